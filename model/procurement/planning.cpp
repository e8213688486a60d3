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

/// Whether the council wants the NHS along.
bool nhs_joins(StrategyService const& levers, Week const& week)
{
    return levers.nhs_joins.at(week.first) != 0.0;
}

/// Volume the strategy plans for contracts of the kind for people of a locality [units/week].
double volume_planned(Market const& market, Inputs const& inputs, Week const& week, TenderPlan const& plan,
                      LocalityId locality)
{
    StrategyService const& levers = levers_in(market, inputs, plan.service, locality);
    LocalMarket const& local = market.local[market.area(plan.service, locality)];
    return levers.mix[plan.kind].at(week.first) *
           (local.council_volume + (plan.lot.nhs_joins ? local.nhs_volume : 0.0));
}

/// What is planned beyond what is under contract for people there when the new contracts begin; below 0: there is more
/// than is planned [units/week].
double volume_missing(Market const& market, Inputs const& inputs, Week const& week, TenderPlan const& plan,
                      LocalityId locality)
{
    Lot const here = lot_of(locality);
    LocalMarket const& local = market.local[market.area(plan.service, locality)];
    bool const is_listed = plan.kind == Channel::framework &&
                           contracts_in_force_at(market, plan.kind, plan.service, here, plan.begins) > 0;
    bool const is_left_to_spot = week.number < local.left_to_spot_until[plan.kind];
    if (is_left_to_spot || being_let(market, plan.kind, plan.service, locality) != nullptr)
        return 0.0;
    double const wanted = volume_planned(market, inputs, week, plan, locality);
    if (is_listed)
        return plan.joins_until ? wanted : 0.0;
    return wanted - volume_in_force_at(market, plan.kind, plan.service, here, plan.begins);
}

/// Seeks what is missing in all localities of the lot together; who has more than is planned seeks nothing, and what it
/// has too much is used by the others.
void seek_what_is_missing(Market const& market, Inputs const& inputs, Week const& week, TenderPlan& plan)
{
    std::vector<double> missing;
    double lacking = 0.0;
    for (LotPart const& part : plan.lot.parts)
    {
        missing.push_back(volume_missing(market, inputs, week, plan, part.locality));
        plan.sought += missing.back();
        lacking += std::max(0.0, missing.back());
    }
    if (plan.sought <= 0.0)
        return;
    for (std::size_t n = 0; n < missing.size(); ++n)
    {
        LotPart& part = plan.lot.parts[n];
        LocalMarket const& local = market.local[market.area(plan.service, part.locality)];
        double const sought = std::max(0.0, missing[n]) * (plan.sought / lacking);
        double const volume = local.council_volume + local.nhs_volume;
        part.nhs = plan.lot.nhs_joins && volume > 0.0 ? sought * local.nhs_volume / volume : 0.0;
        part.council = sought - part.nhs;
    }
}

/// What is let of the area as one.
TenderPlan planned_lot(Route route, Market const& market, Inputs const& inputs, Week const& week, Channel kind,
                       Service service, LotArea const& area)
{
    StrategyService const& levers = levers_in(market, inputs, service, area.front());
    TenderPlan plan = outline(route, inputs, levers, week, service);
    plan.kind = kind;
    plan.locality = area.front();
    plan.lot.nhs_joins = nhs_joins(levers, week);
    for (LocalityId const locality : area)
        plan.lot.parts.push_back({.locality = locality});
    plan.terms = terms_on(levers, kind, week.first);
    plan.joins_until = end_of_list_to_open(market, inputs, week, plan);
    set_term(plan);
    if (plan.joins_until)
        plan.terms.years = static_cast<double>(*plan.joins_until - plan.begins) / Clock::weeks_in_a_year;
    seek_what_is_missing(market, inputs, week, plan);
    plan.guaranteed = guarantee_to_share(market, inputs, week, plan);
    std::size_t const most = most_winners(market, inputs, week, plan);
    if (most == 0)
        plan.sought = 0.0; // as many core providers as the plan wants: their guarantees can be stepped up
    plan.per_bid =
        kind == Channel::core ? plan.sought / static_cast<double>(std::max<std::size_t>(1, most)) : plan.sought;
    // Below a usual person's need, and a small part of the plan, a tender is not worth its cost.
    double volume = 0.0;
    for (LocalityId const locality : area)
        volume += volume_planned(market, inputs, week, plan, locality);
    if (plan.sought < std::max(smallest_volume(market, service), inputs.behaviour.all.least_tender * volume))
        plan.sought = 0.0;
    return plan;
}

/// The route is gone once for all lots.
void share_burden(std::vector<TenderPlan>& lots)
{
    double sought = 0.0;
    for (TenderPlan const& lot : lots)
        sought += lot.sought;
    for (TenderPlan& lot : lots)
    {
        lot.work *= lot.sought / sought;
        lot.cost *= lot.sought / sought;
    }
}

/// Whether the route may be gone for all lots together.
bool may_be_let_by(Route route, Market const& market, Inputs const& inputs, Week const& week,
                   std::vector<TenderPlan> const& lots)
{
    TenderPlan together = lots.front();
    together.sought = 0.0;
    for (TenderPlan const& lot : lots)
        together.sought += lot.sought;
    return rules_of(route).may_be_used(market, inputs, week, together);
}

std::vector<TenderPlan> planned_lots(Route route, Market const& market, Inputs const& inputs, Week const& week,
                                     Channel kind, Service service, LotArea const& area)
{
    if (is_care_home(service))
        return {planned_lot(route, market, inputs, week, kind, service, area)};
    std::vector<TenderPlan> lots;
    for (LocalityId const locality : area)
        lots.push_back(planned_lot(route, market, inputs, week, kind, service, {locality}));
    return lots;
}

/// Those that are worth a tender.
std::vector<TenderPlan> worth_letting(std::vector<TenderPlan> lots)
{
    std::erase_if(lots, [](TenderPlan const& lot) { return lot.sought <= 0.0; });
    share_burden(lots);
    return lots;
}

} // namespace

Route route_for(StrategyService const& levers, Channel kind, Date day)
{
    auto const listing = static_cast<int>(levers.listing_route.at(day));
    if (kind == Channel::framework && listing > 0)
        return static_cast<Route>(listing - 1);
    return chosen<Route>(levers.procurement_route, day);
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

std::vector<LotArea> lot_areas(Market const& market, Inputs const& inputs, Week const& week, Service service)
{
    LotArea by_key;
    for (std::size_t locality = 0; locality < market.locality_count(); ++locality)
        by_key.push_back(static_cast<LocalityId>(locality));
    std::vector<EntityKey> const& keys = market.tables.locality_keys;
    std::sort(by_key.begin(), by_key.end(), [&keys](LocalityId a, LocalityId b) { return keys[a] < keys[b]; });
    auto const way = [&](LocalityId locality)
    { return chosen<LotExtent>(levers_in(market, inputs, service, locality).lots, week.first); };
    auto const are_let_together = [&](LocalityId a, LocalityId b)
    {
        bool const are_ones = market.tables.commissioner_of[a] == market.tables.commissioner_of[b];
        return way(a) == way(b) && (way(a) == LotExtent::joint || (way(a) == LotExtent::whole_council && are_ones));
    };
    std::vector<LotArea> areas;
    for (LocalityId const locality : by_key)
    {
        auto const mine = std::find_if(areas.begin(), areas.end(),
                                       [&](LotArea const& area) { return are_let_together(area.front(), locality); });
        if (mine == areas.end())
            areas.push_back({locality});
        else
            mine->push_back(locality);
    }
    return areas;
}

std::vector<TenderPlan> planned_by(Route route, Market const& market, Inputs const& inputs, Week const& week,
                                   Channel kind, Service service, LotArea const& area)
{
    return worth_letting(planned_lots(route, market, inputs, week, kind, service, area));
}

std::vector<TenderPlan> planned_procurement(Market const& market, Inputs const& inputs, Week const& week, Channel kind,
                                            Service service, LotArea const& area)
{
    Route const wanted = route_for(levers_in(market, inputs, service, area.front()), kind, week.first);
    std::vector<TenderPlan> const lots = planned_lots(wanted, market, inputs, week, kind, service, area);
    if (may_be_let_by(wanted, market, inputs, week, lots))
        return worth_letting(lots);
    return planned_by(rules_of(wanted).otherwise, market, inputs, week, kind, service, area);
}

std::size_t most_winners(Market const& market, Inputs const& inputs, Week const& week, TenderPlan const& plan)
{
    if (plan.kind != Channel::core)
        return SIZE_MAX;
    double const most = levers_in(market, inputs, plan.service, plan.locality).core_providers.at(week.first) *
                        static_cast<double>(plan.lot.parts.size());
    std::int32_t const lasting = contracts_in_force_at(market, Channel::core, plan.service, plan.lot, plan.begins);
    return static_cast<std::size_t>(std::max(0.0, most - lasting));
}

double worth_of(Market const& market, TenderPlan const& lot)
{
    return lot.sought * market.council_of(lot.locality).usual_rate[lot.service];
}

double smallest_volume(Market const& market, Service service)
{
    return std::max(1.0, market.tables.usual_need[service]);
}

} // namespace caremarket
