#include "model/firms/hand_back.hpp"

#include "model/engine/search.hpp"
#include "model/firms/each_open.hpp"
#include "model/provider_costs.hpp"
#include "model/rules/sliding_scale.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

namespace caremarket
{

namespace
{

/// As far as a month is counted: what it is held against is smaller, and a byte holds it.
constexpr int most_months = 250;

void hand_back_contracts(Market& market, Inputs const& inputs, Week const& week)
{
    Contracts& contracts = market.contracts;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (contracts.is_empty(contract) || !contracts.is_in_force[c] || contracts.is_handed_back[c])
            continue;
        BehaviourService const& b = inputs.behaviour.of[contracts.service[c]];
        bool const is_loss = contribution_of(market, inputs, contract) < 0.0;
        contracts.months_below_cost[c] =
            is_loss ? static_cast<std::uint8_t>(std::min(contracts.months_below_cost[c] + 1, most_months)) : 0;
        if (contracts.months_below_cost[c] >= b.hand_back_months)
            give_notice(market, inputs, week, contract, Reason::below_cost);
    }
}

struct Package
{
    double price = 0; // [GBP/unit]
    EntityKey key{};
    PersonSlot person = 0;
};

/// A provider's council packages outside contracts on which no notice runs, cheapest first.
std::vector<Package> packages_of(Market& market, ProviderId provider)
{
    std::size_t const block = market.providers.locality[static_cast<std::size_t>(provider)];
    People const& people = market.people[block];
    std::vector<PersonSlot>& found = market.scratch[block].found;
    found.clear();
    find_equal(people.provider, provider, found);
    std::vector<Package> packages;
    for (PersonSlot const p : found)
        if (people[p].funding == Funding::council && people.contract[p] == no_contract &&
            people[p].has_direct_payment == 0 && people[p].runs_out == never && people[p].last_day == stays_on)
            packages.push_back({people[p].price, people[p].key, p});
    std::sort(packages.begin(), packages.end(),
              [](Package const& a, Package const& b) {
                  return std::tuple{a.price, a.key} < std::tuple{b.price, b.key};
              });
    return packages;
}

void hand_back_packages(Market& market, Inputs const& inputs, Week const& week, ProviderId provider,
                        Packages const& its)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers& all = market.providers;
    BehaviourService const& b = inputs.behaviour.of[all.service[p]];
    double const cost = variable_cost(market, inputs.behaviour, provider);
    auto excess =
        static_cast<Quarters>(all.occupied[p] - its.under_notice - (1.0 + b.bearable_shortage) * all.capacity[p]);
    if (excess <= 0 && its.lowest_price >= cost)
    {
        all.months_below_cost[p] = 0;
        return;
    }
    std::vector<Package> const packages = packages_of(market, provider);
    bool const is_loss = !packages.empty() && packages.front().price < cost;
    all.months_below_cost[p] =
        is_loss ? static_cast<std::uint8_t>(std::min(all.months_below_cost[p] + 1, most_months)) : 0;
    // Losses are borne for a while; work for which there is nobody is not.
    bool const bears_losses = all.months_below_cost[p] < b.hand_back_months;
    std::int32_t const ends = week.number + static_cast<std::int32_t>(b.hand_back_notice);
    std::size_t const block = all.locality[p];
    People& people = market.people[block];
    for (Package const& package : packages)
    {
        if (excess <= 0 && (bears_losses || package.price >= cost))
            break;
        excess -= people[package.person].need;
        people[package.person].runs_out = ends;
        market.due_in_block[block].add({ends, EventKind::package_ends, package.key, package.person});
        market.notebook.note({week.number, week.days, DecisionKind::notice_given,
                              package.price < cost ? Reason::below_cost : Reason::no_room, all.key[p], package.key,
                              package.price, units(people[package.person].need)});
    }
}

} // namespace

double contribution_of(Market const& market, Inputs const& inputs, ContractId contract)
{
    auto const c = static_cast<std::size_t>(contract);
    Contracts const& contracts = market.contracts;
    double const used = units(contracts.used[c]);
    double const paid = std::max(used, units(contracts.guaranteed[c]));
    return contracts.pays(contract) *
               (full_price_units(paid, contracts.scale(contract)) - contracts.units_spared(contract)) -
           variable_cost(market, inputs.behaviour, contracts.provider[c]) * used;
}

void give_notice(Market& market, Inputs const& inputs, Week const& week, ContractId contract, Reason reason)
{
    auto const c = static_cast<std::size_t>(contract);
    Contracts& contracts = market.contracts;
    double const agreed = contracts.terms[c].hand_back_notice;
    double const usual = inputs.behaviour.of[contracts.service[c]].hand_back_notice;
    std::int32_t const ends = week.number + static_cast<std::int32_t>(agreed > 0.0 ? agreed : usual);
    if (contracts.ends[c] <= ends)
        return;
    contracts.is_handed_back[c] = 1;
    contracts.ends[c] = ends;
    market.due.add({ends, EventKind::contract_ends, contracts.key[c], static_cast<std::uint32_t>(contract)});
    ++market.counts[0].areas[market.area(contracts.service[c], contracts.locality[c])].contracts_handed_back;
    market.notebook.note({week.number, week.days, DecisionKind::notice_given, reason,
                          market.providers.key[static_cast<std::size_t>(contracts.provider[c])], contracts.key[c],
                          contracts.price[c], units(contracts.guaranteed[c])});
}

void hand_back_work(Market& market, Inputs const& inputs, Week const& week, std::vector<Packages> const& packages)
{
    hand_back_contracts(market, inputs, week);
    for_each_open_provider(market,
                           [&](ProviderId provider, std::size_t p)
                           {
                               bool const gives_back = !is_care_home(market.providers.service[p]) &&
                                                       market.providers.sector[p] != Sector::in_house;
                               if (gives_back)
                                   hand_back_packages(market, inputs, week, provider, packages[p]);
                           });
}

} // namespace caremarket
