#include "model/delivery/contract_weeks.hpp"

#include "model/alliance/shared_capacity.hpp"
#include "model/delivery/contract_bills.hpp"
#include "model/placement_price.hpp"

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
        weeks[c].used = care;
        // Under notice or suspension the council sends nobody more, and pays for no empty place.
        std::int64_t const promised =
            contracts.takes_people(contract) ? static_cast<std::int64_t>(contracts.guaranteed[c]) * week.days : 0;
        std::int64_t const idle = promised - care.quarter_days;
        weeks[c].held = std::clamp<std::int64_t>(idle, 0, std::max<std::int64_t>(0, free[p]));
        free[p] -= weeks[c].held;
    }
}

/// What its price says, and what of it is not paid.
void count_worth(Market& market, Week const& week, ContractId contract, double units_due)
{
    Contracts const& contracts = market.contracts;
    auto const c = static_cast<std::size_t>(contract);
    Pence const whole = to_pence(contracts.price[c] * units_due);
    Pence const reached = to_pence(contracts.price[c] * (1.0 - contracts.withheld[c]) * units_due);
    WeekAmount const worth = over_months(whole, week.months);
    WeekAmount const withheld = over_months(whole - reached, week.months);
    WeekAmount const sanctions = over_months(reached - to_pence(contracts.pays(contract) * units_due), week.months);
    for (std::size_t month = 0; month < 2; ++month)
    {
        MonthCounts::Area& counts =
            market.counts[month].areas[market.area(contracts.service[c], contracts.locality[c])];
        auto const part = [month](WeekAmount const& all) { return month == 0 ? all.first_month : all.next_month(); };
        counts.contract_value += part(worth);
        counts.outcome_withheld += part(withheld);
        counts.sanctions += part(sanctions);
    }
}

void pay_contract(Market& market, Week const& week, ContractId contract, ContractWeek const& given)
{
    Contracts const& contracts = market.contracts;
    auto const c = static_cast<std::size_t>(contract);
    auto const provider = static_cast<std::size_t>(contracts.provider[c]);
    ContractBill const bill{contract, given, units_due(market, week, contract, given)};
    market.providers.income[provider] += pay_bill(market, week, bill);
    if (given.held > 0)
        market.notebook.note({week.number, 0, DecisionKind::places_held, Reason::block_void, contracts.key[c],
                              market.providers.key[provider], contracts.price[c], delivered_units(given.held)});
    count_worth(market, week, contract, bill.due.all);
}

} // namespace

void pay_contracts(Market& market, Week const& week)
{
    Contracts const& contracts = market.contracts;
    see_contract_weeks(market, week);
    share_guarantees(market, week);
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (contracts.is_empty(contract) || !contracts.is_in_force[c])
            continue;
        pay_contract(market, week, contract, market.delivery.weeks[c]);
    }
}

} // namespace caremarket
