#include "model/procurement/succession.hpp"

#include "model/brokerage/agreement.hpp"
#include "model/brokerage/preferences.hpp"
#include "model/engine/search.hpp"
#include "model/placement_price.hpp"
#include "model/provider_capacity.hpp"
#include "model/provider_costs.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <vector>

namespace caremarket
{

namespace
{

bool is_there_still(Market const& market, Handover const& one)
{
    People const& people = market.people[one.block];
    return people[one.slot].key == one.person && people.provider[one.slot] == one.provider &&
           people.contract[one.slot] == no_contract && people.is_staying(one.slot) &&
           people[one.slot].funding == one.funding && !people[one.slot].has_direct_payment;
}

bool is_successor(Contracts const& contracts, ContractId contract, Handover const& one)
{
    auto const c = static_cast<std::size_t>(contract);
    return !contracts.is_empty(contract) && contracts.is_in_force[c] != 0 && contracts.is_handed_back[c] == 0 &&
           contracts.terms[c].moves_existing && contracts.service[c] == one.service &&
           contracts.lot[c].serves(one.locality) && contracts.lot[c].takes(one.funding) &&
           contracts.kind[c] == one.kind && contracts.provider[c] != one.provider &&
           contracts.begins[c] >= one.ended - Clock::weeks_in_a_quarter;
}

/// Contracts that may take somebody over, the cheapest first.
std::vector<ContractId> successors_of(Market const& market, Handover const& one)
{
    Contracts const& contracts = market.contracts;
    std::vector<ContractId> found;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
        if (is_successor(contracts, contract, one))
            found.push_back(contract);
    std::sort(
        found.begin(), found.end(),
        [&contracts](ContractId a, ContractId b)
        {
            auto const x = static_cast<std::size_t>(a);
            auto const y = static_cast<std::size_t>(b);
            return std::tuple{contracts.price[x], contracts.key[x]} < std::tuple{contracts.price[y], contracts.key[y]};
        });
    return found;
}

/// Staff hours of a provider that serve one of its people [h/week]: what the care takes, and no more than this person's
/// part of the staff there are.
double hours_serving(Market const& market, Behaviour const& behaviour, ProviderId provider, Quarters need)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers const& all = market.providers;
    double const taken = all.efficiency[p] * hours_per_unit(market, behaviour, provider) * units(need);
    return std::min(taken, all.staff[p] * units(need) / units(std::max(need, all.occupied[p])));
}

/// What a provider could deliver if so many hours came to it [quarters of a unit]; now, if none do.
Quarters capacity_after(Market const& market, Inputs const& inputs, ProviderId provider, double hours)
{
    auto const p = static_cast<std::size_t>(provider);
    Quarters const now = market.providers.capacity[p];
    if (hours <= 0.0)
        return now;
    return std::max(now, capacity_with(market, inputs, provider, market.providers.staff[p] + hours));
}

/// Staff who served somebody go with the work. Both have the capacity of those they have then.
void transfer_staff(Market& market, Inputs const& inputs, ProviderId from, ProviderId to, double hours)
{
    Providers& all = market.providers;
    auto const f = static_cast<std::size_t>(from);
    auto const t = static_cast<std::size_t>(to);
    double const together = all.staff[t] + hours;
    if (together > 0.0)
        all.wage[t] = std::max(market.world.wage_floor, (all.staff[t] * all.wage[t] + hours * all.wage[f]) / together);
    all.capacity[t] = capacity_after(market, inputs, to, hours);
    all.staff[t] = together;
    all.posts[t] += hours;
    all.staff[f] -= hours;
    all.posts[f] = std::max(0.0, all.posts[f] - hours);
    all.capacity[f] = std::min(all.capacity[f], capacity_with(market, inputs, from, all.staff[f]));
}

/// Who moves house has lost one place and found another, without a wait.
void count_move(Market& market, std::size_t block, PersonSlot p)
{
    People const& people = market.people[block];
    Service const service = people[p].service;
    MonthCounts::Area& area = market.counts[0].areas[market.area(service, block)];
    ++area.displaced;
    if (people[p].funding != Funding::council)
        return;
    ++area.council_displaced;
    MonthCounts::Cell& cell =
        market.counts[0].channels[market.cell(service, channel_of(bill_of(market, people, p)), block)];
    ++cell.starts;
    ++cell.placed_again;
    cell.started_quarters += people[p].need;
    cell.started_value += to_pence(people[p].price * units(people[p].need));
}

void move(Market& market, Inputs const& inputs, Week const& week, Handover const& one, ContractId contract)
{
    Contracts& contracts = market.contracts;
    Providers& all = market.providers;
    auto const c = static_cast<std::size_t>(contract);
    ProviderId const to = contracts.provider[c];
    People& people = market.people[one.block];
    PersonSlot const p = one.slot;
    Quarters const need = people[p].need;
    if (contracts.terms[c].takes_staff)
        transfer_staff(market, inputs, one.provider, to, hours_serving(market, inputs.behaviour, one.provider, need));
    market.notebook.note({week.number, 0, DecisionKind::care_ends, Reason::transfer, people[p].key,
                          all.key[static_cast<std::size_t>(one.provider)], people[p].price, units(need)});
    all.count(static_cast<std::size_t>(one.provider), bill_of(market, people, p), -need);
    people.provider[p] = to;
    people.contract[p] = contract;
    people[p].price = contracts.price[c];
    people[p].top_up = 0.0; // the contract's price is the whole price
    people[p].runs_out = never;
    people.restate(p);
    all.count(static_cast<std::size_t>(to), bill_of(market, people, p), need);
    contracts.count(contract, need, people[p].undercut);
    market.notebook.note({week.number, 0, DecisionKind::care_begins, Reason::transfer, people[p].key,
                          all.key[static_cast<std::size_t>(to)], people[p].price, units(need)});
    if (people[p].funding == Funding::council)
        market.notebook.note({week.number,
                              0,
                              DecisionKind::charge_assessed,
                              Reason::transfer,
                              people[p].key,
                              {},
                              people[p].charge,
                              0.0});
    market.notebook.note({week.number, 0, DecisionKind::joins_contract, Reason::transfer, people[p].key,
                          contracts.key[c], people[p].price, units(need)});
    if (is_care_home(one.service))
        count_move(market, one.block, p);
}

bool has_place(Market const& market, Inputs const& inputs, Handover const& one, ContractId contract)
{
    Contracts const& contracts = market.contracts;
    auto const c = static_cast<std::size_t>(contract);
    ProviderId const to = contracts.provider[c];
    Quarters const need = market.people[one.block][one.slot].need;
    double const hours =
        contracts.terms[c].takes_staff ? hours_serving(market, inputs.behaviour, one.provider, need) : 0.0;
    return contracts.guaranteed[c] - contracts.used[c] >= need && !is_under_embargo(market.providers, to) &&
           capacity_after(market, inputs, to, hours) - market.providers.occupied[static_cast<std::size_t>(to)] >= need;
}

/// Asks one successor after the other.
void hand_over(Market& market, Inputs const& inputs, Week const& week, Handover const& one)
{
    for (ContractId const contract : successors_of(market, one))
    {
        if (!has_place(market, inputs, one, contract))
            continue;
        Agreement const end = agreement_between(market, inputs.behaviour, one.block, one.slot,
                                                market.contracts.provider[static_cast<std::size_t>(contract)], true);
        market.counts[0].declined_by_providers += end == Agreement::declined_by_provider;
        market.counts[0].refused_by_people += end == Agreement::refused_by_person;
        if (end == Agreement::reached)
            return move(market, inputs, week, one, contract);
    }
}

} // namespace

void remember_people(Market& market, Week const& week, ContractId contract)
{
    Contracts const& contracts = market.contracts;
    auto const c = static_cast<std::size_t>(contract);
    std::vector<PersonSlot>& found = market.scratch.front().found;
    for (std::size_t block = 0; block < market.people.size(); ++block)
    {
        People const& people = market.people[block];
        found.clear();
        find_equal(people.contract, contract, found);
        for (PersonSlot const p : found)
            market.handovers.push_back({people[p].key, block, p, contracts.provider[c], people[p].funding,
                                        contracts.service[c], contracts.served_as(contract, block), contracts.kind[c],
                                        week.number});
    }
}

void hand_over_people(Market& market, Inputs const& inputs, Week const& week)
{
    std::vector<Handover>& waiting = market.handovers;
    std::erase_if(waiting, [&](Handover const& one)
                  { return week.number > one.ended + Clock::weeks_in_a_quarter || !is_there_still(market, one); });
    std::sort(waiting.begin(), waiting.end(), [](Handover const& a, Handover const& b) { return a.person < b.person; });
    for (Handover const& one : waiting)
        hand_over(market, inputs, week, one);
    std::erase_if(waiting, [&](Handover const& one) { return !is_there_still(market, one); });
}

double used_by_people_to_come(Market const& market, TenderPlan const& plan, ProviderId provider)
{
    Contracts const& contracts = market.contracts;
    double used = 0.0;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (!contracts.is_empty(contract) && contracts.is_in_force[c] != 0 && contracts.is_handed_back[c] == 0 &&
            contracts.service[c] == plan.service && contracts.kind[c] == plan.kind &&
            contracts.provider[c] != provider && contracts.ends[c] <= plan.begins)
            used += units(contracts.used[c]) * contracts.lot[c].share_of(plan.lot);
    }
    return used;
}

} // namespace caremarket
