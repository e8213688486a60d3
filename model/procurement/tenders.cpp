#include "model/procurement/tenders.hpp"

#include "model/contract_book.hpp"
#include "model/procurement/bids.hpp"
#include "model/procurement/choosing.hpp"
#include "model/procurement/officers.hpp"
#include "model/procurement/route.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

namespace caremarket
{

namespace
{

void award(Market& market, TenderPlan const& plan, Bid const& bid, double volume)
{
    Contracts& contracts = market.contracts;
    ContractId const contract = contracts.take_slot();
    auto const c = static_cast<std::size_t>(contract);
    contracts.key[c] = bid.key;
    contracts.commissioner[c] = market.tables.commissioner_of[plan.locality];
    contracts.service[c] = plan.service;
    contracts.locality[c] = plan.locality;
    contracts.provider[c] = bid.provider;
    contracts.kind[c] = plan.kind;
    contracts.score[c] = bid.score;
    contracts.guaranteed[c] = static_cast<Quarters>(volume * quarters_in_a_unit);
    contracts.price[c] = bid.price;
    contracts.terms[c] = plan.terms;
    contracts.set_full_until(contract);
    contracts.begins[c] = plan.begins;
    contracts.ends[c] = plan.begins + static_cast<std::int32_t>(Clock::weeks_in_a_year * plan.terms.years);
    market.due.add({contracts.begins[c], EventKind::contract_begins, bid.key, static_cast<std::uint32_t>(contract)});
}

/// How many may win, at most.
std::size_t most_winners(Market const& market, Inputs const& inputs, Week const& week, TenderPlan const& plan)
{
    if (plan.kind != Channel::core)
        return SIZE_MAX;
    double const most = levers_in(market, inputs, plan.service, plan.locality).core_providers.at(week.first);
    std::int32_t const lasting = contracts_in_force_at(market, Channel::core, plan.service, plan.locality, plan.begins);
    return static_cast<std::size_t>(std::max(0.0, most - lasting));
}

/// \returns whether anybody won
bool let(Market& market, Inputs const& inputs, Week const& week, TenderPlan const& plan)
{
    LocalMarket& local = market.local[market.area(plan.service, plan.locality)];
    MonthCounts::Area& counts = market.counts[0].areas[market.area(plan.service, plan.locality)];
    EntityKey const key = key_of(
        EntityKind::tender, market.council_of(plan.locality).key, static_cast<std::uint32_t>(index_of(plan.service)),
        static_cast<std::uint32_t>(market.tables.locality_keys[plan.locality].value), local.rounds);
    ++local.rounds;
    ++counts.tenders;
    market.books.pay(Market::account_of_commissioner(market.tables.commissioner_of[plan.locality]), accounts::suppliers,
                     {Flow::procurement, plan.service, plan.kind, plan.locality}, plan.cost * market.world.price_level);

    double awarded = 0.0;
    std::size_t winners = 0;
    std::size_t const most = most_winners(market, inputs, week, plan);
    Hearing const hearing{market, inputs, week, plan, key};
    std::vector<Bid> const bids = bids_for(hearing);
    for (Bid const& bid : bids)
    {
        if (winners == most)
            break;
        // Whole beds, whole hours. A framework promises nothing.
        bool const promises = plan.kind != Channel::framework;
        double const volume = promises ? std::floor(std::min(bid.volume, plan.sought - awarded)) : 0.0;
        if (promises && volume < smallest_volume(market, plan.service))
            break;
        award(market, plan, bid, volume);
        ++counts.awards;
        counts.weeks_to_contract += plan.begins - week.number;
        counts.value_awarded += volume * bid.price;
        counts.quality_awarded += volume * market.providers.quality[static_cast<std::size_t>(bid.provider)];
        awarded += volume;
        ++winners;
    }
    tell_losers(hearing, bids, winners);
    counts.volume_sought += plan.kind == Channel::framework ? 0.0 : plan.sought;
    counts.volume_awarded += awarded;
    counts.bids += static_cast<std::int64_t>(bids.size());
    counts.lots_without_bid += bids.empty();
    market.notebook.note({week.number, 0, DecisionKind::tender_decided, Reason::none, key, {}, plan.sought, awarded});
    return winners > 0;
}

/// What the plan says, less what is under contract when the new contracts would begin; nothing when that is not worth
/// a tender.
TenderPlan planned_by(Route route, Market const& market, Inputs const& inputs, Week const& week, Channel kind,
                      Service service, LocalityId locality)
{
    StrategyService const& levers = levers_in(market, inputs, service, locality);
    RouteBurden const& burden = inputs.behaviour.of[service].routes[route];
    TenderPlan plan;
    plan.kind = kind;
    plan.service = service;
    plan.locality = locality;
    plan.route = route;
    plan.begins = week.number + static_cast<std::int32_t>(burden.weeks);
    plan.work = burden.work;
    plan.cost = burden.cost;
    plan.terms = terms_on(levers, kind, week.first);

    double const volume = levers.mix[kind].at(week.first) * market.local[market.area(service, locality)].council_volume;
    bool const is_listed =
        kind == Channel::framework && contracts_in_force_at(market, kind, service, locality, plan.begins) > 0;
    bool const is_left_to_spot = week.number < market.local[market.area(service, locality)].left_to_spot_until[kind];
    plan.sought =
        is_listed || is_left_to_spot ? 0.0 : volume - volume_in_force_at(market, kind, service, locality, plan.begins);
    std::size_t const most = most_winners(market, inputs, week, plan);
    if (most == 0)
        plan.sought = 0.0; // as many core providers as the plan wants: their guarantees can be stepped up
    plan.per_bid =
        kind == Channel::core ? plan.sought / static_cast<double>(std::max<std::size_t>(1, most)) : plan.sought;
    // Below a usual person's need, and a small part of the plan, a tender is not worth its cost.
    if (plan.sought < std::max(smallest_volume(market, service), inputs.behaviour.all.least_tender * volume))
        plan.sought = 0.0;
    return plan;
}

/// By the route the strategy names; where the lot may not be let by it, by the one that stands in for it.
TenderPlan planned_tender(Market const& market, Inputs const& inputs, Week const& week, Channel kind, Service service,
                          LocalityId locality)
{
    Route const wanted = route_for(levers_in(market, inputs, service, locality), kind, week.first);
    TenderPlan const plan = planned_by(wanted, market, inputs, week, kind, service, locality);
    if (rules_of(wanted).may_be_used(market, inputs, week, plan))
        return plan;
    return planned_by(rules_of(wanted).otherwise, market, inputs, week, kind, service, locality);
}

/// Lets a lot if officers have time for it. \returns whether it failed: let, and nobody won
bool fails(Market& market, Inputs const& inputs, Week const& week, TenderPlan const& plan)
{
    std::size_t const area = market.area(plan.service, plan.locality);
    Commissioner& council = market.commissioners[market.tables.commissioner_of[plan.locality]];
    bool const is_late = !take_officers(council, plan.work);
    market.local[area].tender_is_late[plan.kind] = is_late;
    market.counts[0].areas[area].tenders_delayed += is_late;
    return !is_late && !let(market, inputs, week, plan);
}

/// What is done after a tender without an award.
struct AfterFailure
{
    FailedTender what{};
    std::optional<Route> route;        ///< by which the lot is let at once
    std::int32_t weeks_left_alone = 0; ///< in which it is not sought again
};
constexpr EnumArray<FailedTender, AfterFailure> after_failure{{{
    {FailedTender::again, std::nullopt, 0},
    {FailedTender::single_source, Route::single_source, 0},
    {FailedTender::direct_award, Route::direct_award, 0},
    {FailedTender::full_tender, Route::full_tender, 0},
    {FailedTender::leave_to_spot, std::nullopt, Clock::weeks_in_a_year},
}}};
static_assert(std::ranges::is_sorted(after_failure, {}, &AfterFailure::what), "a row stands where its value does");

/// What the strategy does about a lot that nobody won. What it does in place of the first tender it does once: when
/// that fails too, the next review finds the gap.
void act_on_failure(Market& market, Inputs const& inputs, Week const& week, TenderPlan const& failed)
{
    Dated const& lever = levers_in(market, inputs, failed.service, failed.locality).failed_tender;
    AfterFailure const& then = after_failure[chosen<FailedTender>(lever, week.first)];
    market.local[market.area(failed.service, failed.locality)].left_to_spot_until[failed.kind] =
        week.number + then.weeks_left_alone;
    if (!then.route || *then.route == failed.route)
        return;
    TenderPlan const second =
        planned_by(*then.route, market, inputs, week, failed.kind, failed.service, failed.locality);
    if (second.sought > 0.0)
        static_cast<void>(fails(market, inputs, week, second));
}

} // namespace

Route route_for(StrategyService const& levers, Channel kind, Date day)
{
    auto const listing = static_cast<int>(levers.listing_route.at(day));
    if (kind == Channel::framework && listing > 0)
        return static_cast<Route>(listing - 1);
    return chosen<Route>(levers.procurement_route, day);
}

double smallest_volume(Market const& market, Service service)
{
    return std::max(1.0, market.tables.usual_need[service]);
}

void review_volumes(Market& market, Inputs const& inputs, Week const& week)
{
    std::vector<TenderPlan> plans;
    for (Service const service : all_of<Service>())
        for (std::size_t locality = 0; locality < market.locality_count(); ++locality)
            for (Channel const kind : {Channel::block, Channel::core, Channel::framework})
            {
                auto const plan =
                    planned_tender(market, inputs, week, kind, service, static_cast<LocalityId>(locality));
                if (plan.sought > 0.0)
                    plans.push_back(plan);
            }
    for (LocalMarket& local : market.local)
        local.tender_is_late = {};
    auto const worth = [&market](TenderPlan const& plan)
    { return plan.sought * market.council_of(plan.locality).usual_rate[plan.service]; };
    std::sort(plans.begin(), plans.end(),
              [&](TenderPlan const& a, TenderPlan const& b)
              {
                  return std::tuple{-worth(a), market.tables.locality_keys[a.locality], a.service, a.kind} <
                         std::tuple{-worth(b), market.tables.locality_keys[b.locality], b.service, b.kind};
              });
    for (TenderPlan const& plan : plans)
        if (fails(market, inputs, week, plan))
            act_on_failure(market, inputs, week, plan);
}

} // namespace caremarket
