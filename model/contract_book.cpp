#include "model/contract_book.hpp"

#include "model/engine/search.hpp"
#include "model/placements.hpp"

#include <utility>

namespace caremarket
{

UpliftClause clause_on(StrategyService const& levers, Date day)
{
    return {.rule = chosen<UpliftRule>(levers.uplift_rule, day),
            .fixed = levers.uplift_fixed.at(day),
            .pass_through = levers.uplift_pass_through.at(day),
            .wage_share = levers.uplift_wage_share.at(day),
            .pay_share = levers.uplift_pay_share.at(day),
            .deduction = levers.efficiency_deduction.at(day)};
}

UpliftClause placement_clause_on(StrategyService const& levers, Date day)
{
    if (levers.fee_freeze.at(day) != 0.0)
        return {};
    UpliftClause clause = clause_on(levers, day);
    clause.rule = rule_for_placements(chosen<PlacementUplift>(levers.placement_uplift, day), clause.rule);
    return clause;
}

YearOfCosts last_april(World const& world)
{
    return {world.wage_floor_growth, world.outside_pay_growth, world.inflation};
}

namespace
{

ManagementClause management_on(StrategyService const& levers, Date day)
{
    return {.standard = levers.quality_standard.at(day),
            .least_kpis = levers.least_kpis.at(day),
            .cure = static_cast<std::int32_t>(levers.cure_weeks.at(day)),
            .sanction = levers.sanction_share.at(day),
            .style = chosen<ManagementStyle>(levers.management_style, day),
            .suspends = levers.suspends.at(day) != 0.0,
            .decommissions = levers.decommissions.at(day) != 0.0,
            .looks = levers.monitoring_visits.at(day),
            .is_announced = levers.unannounced_visits.at(day) == 0.0};
}

} // namespace

Terms terms_on(StrategyService const& levers, Channel kind, Date day)
{
    bool const promises = kind != Channel::framework;
    bool const guarantees = promises || levers.listed_guarantee.at(day) > 0.0;
    return {.years = levers.contract_length.at(day),
            .uplift = clause_on(levers, day),
            .full_share = levers.sliding_from.at(day),
            .discount = promises ? levers.sliding_discount.at(day) : 0.0,
            .step_up = kind == Channel::core ? levers.step_up.at(day) : 0.0,
            .outcome = {levers.outcome_share.at(day), levers.outcome_target.at(day)},
            .takes_over_existing = promises && levers.transfers_existing.at(day) != 0.0,
            .option_years = levers.option_years.at(day),
            .break_after = levers.break_after.at(day),
            .hand_back_notice = levers.hand_back_notice.at(day),
            .step_down = guarantees ? levers.step_down.at(day) : 0.0,
            .moves_existing = promises && chosen<ExistingPeople>(levers.existing_people, day) == ExistingPeople::move,
            .takes_staff = promises && levers.staff_transfer.at(day) != 0.0,
            .allies_winners = promises && levers.alliance.at(day) != 0.0,
            .pay = {levers.pay_floor.at(day), levers.guaranteed_staff_hours.at(day)},
            .management = management_on(levers, day)};
}

namespace
{

/// The person looks for another place; the provider's books are settled for all of the contract together.
void give_up_package(Market& market, Week const& week, std::size_t block, PersonSlot p, Reason reason)
{
    People const& people = market.people[block];
    MonthCounts::Area& counts = market.counts[0].areas[market.area(people[p].service, block)];
    ++counts.displaced;
    counts.council_displaced += people[p].funding == Funding::council;
    if (reason == Reason::handed_back)
    {
        ++counts.packages_handed_back;
        counts.quarters_handed_back += people[p].need;
    }
    market.notebook.note({week.number, 0, DecisionKind::care_ends, reason, people[p].key,
                          market.providers.key[static_cast<std::size_t>(people.provider[p])], people[p].price,
                          units(people[p].need)});
    lose_place(market, block, p);
}

} // namespace

void end_contract(Market& market, Week const& week, ContractId contract, Reason reason)
{
    // A provider closes when the week is over; a term ends before it begins.
    std::int32_t const day = reason == Reason::provider_closed ? week.days : 0;
    Contracts& contracts = market.contracts;
    auto const c = static_cast<std::size_t>(contract);
    auto const provider = static_cast<std::size_t>(contracts.provider[c]);
    Quarters given_up = 0;
    Quarters nhs_stays = 0;
    std::vector<PersonSlot>& found = market.scratch.front().found;
    for (std::size_t block = 0; block < market.people.size(); ++block)
    {
        People& people = market.people[block];
        found.clear();
        find_equal(people.contract, contract, found);
        for (PersonSlot const p : found)
        {
            people.contract[p] = no_contract;
            bool const is_nhs = people[p].funding == Funding::nhs;
            // The NHS pays all of a nursing home's price, the contract's is net of its part in others'.
            double const nursing =
                is_nhs && people[p].service == Service::nursing ? market.world.funded_nursing_care : 0.0;
            people[p].price = contracts.price_for(contract, std::exchange(people[p].undercut, 0)) + nursing;
            people.restate(p);
            market.notebook.note({week.number, day, DecisionKind::leaves_contract, reason, people[p].key,
                                  contracts.key[c], people[p].price, units(people[p].need)});
            bool const is_given_up = reason == Reason::handed_back || reason == Reason::decommissioned;
            if (is_given_up && people[p].last_day == stays_on)
            {
                given_up += people[p].need;
                give_up_package(market, week, block, p, reason);
            }
            else if (is_nhs)
                nhs_stays += people[p].need;
        }
    }
    if (contracts.is_in_force[c])
    {
        market.providers.guaranteed[provider] -= contracts.guaranteed[c];
        market.providers.count(provider, bill_by(contracts.kind[c]), -contracts.used[c]);
        market.providers.count(provider, Bill::spot, contracts.used[c] - given_up - nhs_stays);
        market.providers.count(provider, Bill::nhs, nhs_stays);
    }
    market.notebook.note({week.number, day, DecisionKind::contract_ends, reason, contracts.key[c],
                          market.providers.key[provider], contracts.price[c], units(contracts.guaranteed[c])});
    contracts.give_back(contract);
}

StrategyService const& levers_in(Market const& market, Inputs const& inputs, Service service, LocalityId locality)
{
    return inputs.strategies[market.tables.commissioner_of[locality]].of[service];
}

NeedSeen need_of(Market const& market, Service service, Lot const& lot)
{
    NeedSeen need;
    for (LotPart const& part : lot.parts)
    {
        LocalMarket const& local = market.local[market.area(service, part.locality)];
        need.volume += local.council_volume + (lot.nhs_joins ? local.nhs_volume : 0.0);
        need.starts += local.council_starts + (lot.nhs_joins ? local.nhs_starts : 0.0);
    }
    return need;
}

namespace
{

template <class Act>
void for_each_lasting(Market const& market, Channel kind, Service service, Lot const& lot, std::int32_t week, Act&& act)
{
    Contracts const& contracts = market.contracts;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (!contracts.is_empty(contract) && contracts.kind[c] == kind && contracts.service[c] == service &&
            contracts.ends[c] > week && contracts.lot[c].overlaps(lot))
            act(c);
    }
}

/// How much of a contract's volume was let for people whom a lot serves [units/week].
double let_for(Contracts const& contracts, std::size_t c, Lot const& lot, Quarters volume)
{
    return units(volume) * contracts.lot[c].share_of(lot);
}

} // namespace

double volume_in_force_at(Market const& market, Channel kind, Service service, Lot const& lot, std::int32_t week)
{
    double volume = 0.0;
    for_each_lasting(market, kind, service, lot, week,
                     [&](std::size_t c) {
                         volume += let_for(market.contracts, c, lot,
                                           market.contracts.guaranteed[c] + market.contracts.being_built[c]);
                     });
    return volume;
}

double volume_running_at(Market const& market, Channel kind, Service service, Lot const& lot, std::int32_t week)
{
    double volume = 0.0;
    for_each_lasting(market, kind, service, lot, week,
                     [&](std::size_t c)
                     {
                         volume += market.contracts.begins[c] <= week
                                       ? let_for(market.contracts, c, lot, market.contracts.guaranteed[c])
                                       : 0.0;
                     });
    return volume;
}

double guaranteed_at(Market const& market, Service service, Lot const& lot, std::int32_t week)
{
    double volume = 0.0;
    for (Channel const kind : {Channel::block, Channel::core, Channel::framework})
        volume += volume_in_force_at(market, kind, service, lot, week);
    return volume;
}

std::int32_t contracts_in_force_at(Market const& market, Channel kind, Service service, Lot const& lot,
                                   std::int32_t week)
{
    std::int32_t count = 0;
    for_each_lasting(market, kind, service, lot, week, [&](std::size_t) { ++count; });
    return count;
}

} // namespace caremarket
