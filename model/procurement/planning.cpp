#include "model/procurement/planning.hpp"

#include "model/contract_book.hpp"
#include "model/procurement/letting.hpp"
#include "model/procurement/lists.hpp"
#include "model/procurement/route.hpp"
#include "model/rules/term.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

/// Days, work and money that a route takes, counted from today.
TenderPlan outline(Route route, Inputs const& inputs, StrategyService const& levers, Week const& week, Service service)
{
    RouteBurden const& burden = inputs.behaviour.of[service].routes[route];
    auto const lead = static_cast<std::int32_t>(levers.pre_tender_lead.at(week.first));
    TenderPlan plan;
    plan.service = service;
    plan.route = route;
    plan.opened = week.number;
    plan.decided = week.number + lead + static_cast<std::int32_t>(burden.decision);
    plan.begins = std::max(plan.decided + 1, week.number + lead + static_cast<std::int32_t>(burden.weeks));
    plan.cycle = static_cast<std::int32_t>(Clock::weeks_in_a_year * levers.letting_cycle.at(week.first));
    if (plan.cycle > 0)
        plan.begins = begin_in_cycle(plan.begins, plan.cycle, Clock::weeks_in_a_quarter);
    plan.weeks_to_prepare = lead + inputs.behaviour.all.weeks_to_bid;
    plan.builds = is_care_home(service) && levers.build_for_block.at(week.first) != 0.0;
    plan.building_grant = plan.builds ? levers.building_grant.at(week.first) : 0.0;
    plan.rounds = static_cast<std::int32_t>(levers.rounds.at(week.first));
    plan.looks = rules_of(route).teaches ? 1 + plan.rounds : 1;
    plan.states_need = levers.position_statement.at(week.first) != 0.0;
    plan.work = burden.work;
    plan.cost = burden.cost;
    plan.bid_cost = burden.bid_cost;
    return plan;
}

/// Volume the strategy wants under contracts of the kind, beyond what is under contract then [units/week].
double volume_missing(Market const& market, StrategyService const& levers, Week const& week, TenderPlan const& plan)
{
    LocalMarket const& local = market.local[market.area(plan.service, plan.locality)];
    bool const is_listed = plan.kind == Channel::framework &&
                           contracts_in_force_at(market, plan.kind, plan.service, plan.locality, plan.begins) > 0;
    bool const is_left_to_spot = week.number < local.left_to_spot_until[plan.kind];
    if (is_left_to_spot || being_let(market, plan.kind, plan.service, plan.locality) != nullptr)
        return 0.0;
    double const wanted = levers.mix[plan.kind].at(week.first) * local.council_volume;
    if (is_listed)
        return plan.joins_until ? wanted : 0.0;
    return wanted - volume_in_force_at(market, plan.kind, plan.service, plan.locality, plan.begins);
}

} // namespace

Route route_for(StrategyService const& levers, Channel kind, Date day)
{
    auto const listing = static_cast<int>(levers.listing_route.at(day));
    if (kind == Channel::framework && listing > 0)
        return static_cast<Route>(listing - 1);
    return chosen<Route>(levers.procurement_route, day);
}

TenderPlan planned_by(Route route, Market const& market, Inputs const& inputs, Week const& week, Channel kind,
                      Service service, LocalityId locality)
{
    StrategyService const& levers = levers_in(market, inputs, service, locality);
    TenderPlan plan = outline(route, inputs, levers, week, service);
    plan.kind = kind;
    plan.locality = locality;
    plan.terms = terms_on(levers, kind, week.first);
    plan.joins_until = end_of_list_to_open(market, inputs, week, plan);
    set_term(plan);
    if (plan.joins_until)
        plan.terms.years = static_cast<double>(*plan.joins_until - plan.begins) / Clock::weeks_in_a_year;
    plan.sought = volume_missing(market, levers, week, plan);
    plan.guaranteed = guarantee_to_share(market, inputs, week, plan);
    std::size_t const most = most_winners(market, inputs, week, plan);
    if (most == 0)
        plan.sought = 0.0; // as many core providers as the plan wants: their guarantees can be stepped up
    plan.per_bid =
        kind == Channel::core ? plan.sought / static_cast<double>(std::max<std::size_t>(1, most)) : plan.sought;
    // Below a usual person's need, and a small part of the plan, a tender is not worth its cost.
    double const volume = levers.mix[kind].at(week.first) * market.local[market.area(service, locality)].council_volume;
    if (plan.sought < std::max(smallest_volume(market, service), inputs.behaviour.all.least_tender * volume))
        plan.sought = 0.0;
    return plan;
}

void set_term(TenderPlan& plan)
{
    if (plan.cycle == 0)
    {
        plan.ends = plan.begins + static_cast<std::int32_t>(Clock::weeks_in_a_year * plan.terms.years);
        return;
    }
    plan.ends = end_in_cycle(plan.begins, plan.cycle, plan.begins - plan.opened);
    plan.terms.years = static_cast<double>(plan.ends - plan.begins) / Clock::weeks_in_a_year;
}

TenderPlan planned_tender(Market const& market, Inputs const& inputs, Week const& week, Channel kind, Service service,
                          LocalityId locality)
{
    Route const wanted = route_for(levers_in(market, inputs, service, locality), kind, week.first);
    TenderPlan const plan = planned_by(wanted, market, inputs, week, kind, service, locality);
    if (rules_of(wanted).may_be_used(market, inputs, week, plan))
        return plan;
    return planned_by(rules_of(wanted).otherwise, market, inputs, week, kind, service, locality);
}

std::size_t most_winners(Market const& market, Inputs const& inputs, Week const& week, TenderPlan const& plan)
{
    if (plan.kind != Channel::core)
        return SIZE_MAX;
    double const most = levers_in(market, inputs, plan.service, plan.locality).core_providers.at(week.first);
    std::int32_t const lasting = contracts_in_force_at(market, Channel::core, plan.service, plan.locality, plan.begins);
    return static_cast<std::size_t>(std::max(0.0, most - lasting));
}

double smallest_volume(Market const& market, Service service)
{
    return std::max(1.0, market.tables.usual_need[service]);
}

} // namespace caremarket
