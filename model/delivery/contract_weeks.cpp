#include "model/delivery/contract_weeks.hpp"

#include "model/placement_price.hpp"
#include "model/rules/sliding_scale.hpp"

#include <algorithm>
#include <tuple>

namespace caremarket
{

namespace
{

/// What each contract's provider gave this week and what it kept free. Nobody pays for a place that is guaranteed but
/// taken by others or not staffed, nor for one into which the council may not place.
void see_contract_weeks(Market& market, Week const& week)
{
    Contracts const& contracts = market.contracts;
    Providers const& all = market.providers;
    std::vector<ContractId>& in_force = market.delivery.in_force;
    in_force.clear();
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
        if (!contracts.is_empty(contract) && contracts.is_in_force[static_cast<std::size_t>(contract)])
            in_force.push_back(contract);
    std::sort(
        in_force.begin(), in_force.end(),
        [&contracts](ContractId a, ContractId b)
        {
            auto const x = static_cast<std::size_t>(a);
            auto const y = static_cast<std::size_t>(b);
            return std::tuple{contracts.price[x], contracts.key[x]} < std::tuple{contracts.price[y], contracts.key[y]};
        });

    // Places free in the whole week: of capacity, what nobody used.
    std::vector<std::int64_t>& free = market.delivery.free;
    free.resize(all.key.size());
    for (std::size_t p = 0; p < all.key.size(); ++p)
    {
        free[p] = static_cast<std::int64_t>(all.capacity[p]) * week.days - all.quarter_days[p];
        if (all.is_rated[p] && all.rating[p] == Rating::inadequate)
            free[p] = 0;
    }
    std::vector<ContractWeek>& weeks = market.delivery.weeks;
    weeks.assign(static_cast<std::size_t>(contracts.size()), ContractWeek{});
    for (ContractId const contract : in_force)
    {
        auto const c = static_cast<std::size_t>(contract);
        auto const p = static_cast<std::size_t>(contracts.provider[c]);
        ContractCare care;
        for (std::size_t block = 0; block < market.scratch.size(); ++block)
        {
            care += market.scratch[block].contract_care[c];
            if (week.days == 7)
                care += market.people[block].standing.on_contract(c);
        }
        weeks[c].used = care.quarter_days;
        weeks[c].undercut = care.undercut;
        // Under notice the council sends nobody more, and pays for no empty place.
        std::int64_t const promised =
            contracts.is_handed_back[c] ? 0 : static_cast<std::int64_t>(contracts.guaranteed[c]) * week.days;
        std::int64_t const idle = promised - weeks[c].used;
        weeks[c].held = std::clamp<std::int64_t>(idle, 0, std::max<std::int64_t>(0, free[p]));
        free[p] -= weeks[c].held;
    }
}

void pay_contract(Market& market, Week const& week, ContractId contract, ContractWeek const& given)
{
    Contracts const& contracts = market.contracts;
    auto const c = static_cast<std::size_t>(contract);
    Service const service = contracts.service[c];
    LocalityId const locality = contracts.locality[c];
    auto const provider = static_cast<std::size_t>(contracts.provider[c]);
    Account const council = Market::account_of_commissioner(contracts.commissioner[c]);
    Account const payee = market.account_of(contracts.provider[c]);
    Channel const channel = contracts.kind[c];
    SlidingScale const scale{units(contracts.full_until[c]) * week.days / 7.0, contracts.terms[c].discount};
    double const share_paid = market.tables.paid[service];
    double const spared = delivered_units(given.undercut) / whole_price * share_paid;
    double const used = full_price_units(delivered_units(given.used) * share_paid, scale) - spared;
    double const all =
        full_price_units(delivered_units(given.used) * share_paid + delivered_units(given.held), scale) - spared;
    double const price = contracts.pays(contract);
    Pence received = 0;
    if (given.used > 0)
        received += market.books.pay(council, payee, {Flow::care_used, service, channel, locality}, price * used);
    if (given.held > 0)
    {
        received +=
            market.books.pay(council, payee, {Flow::care_void, service, channel, locality}, price * (all - used));
        market.notebook.note({week.number, 0, DecisionKind::places_held, Reason::block_void, contracts.key[c],
                              market.providers.key[provider], contracts.price[c], delivered_units(given.held)});
    }
    market.providers.income[provider] += received;

    WeekAmount const paid = over_months(given.held, week.months);
    WeekAmount const withheld = over_months(to_pence(contracts.price[c] * all) - to_pence(price * all), week.months);
    for (std::size_t month = 0; month < 2; ++month)
    {
        MonthCounts& counts = market.counts[month];
        counts.channels[market.cell(service, channel, locality)].void_quarter_days +=
            month == 0 ? paid.first_month : paid.next_month();
        counts.areas[market.area(service, locality)].outcome_withheld +=
            month == 0 ? withheld.first_month : withheld.next_month();
    }
}

} // namespace

void pay_contracts(Market& market, Week const& week)
{
    Contracts const& contracts = market.contracts;
    see_contract_weeks(market, week);
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (contracts.is_empty(contract) || !contracts.is_in_force[c])
            continue;
        pay_contract(market, week, contract, market.delivery.weeks[c]);
    }
}

} // namespace caremarket
