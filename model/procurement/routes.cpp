#include "model/procurement/route.hpp"

#include "model/contract_book.hpp"
#include "model/procurement/choosing.hpp"
#include "model/procurement/hearing.hpp"
#include "model/procurement/looks.hpp"

#include <array>

namespace caremarket
{

namespace
{

bool always(Market const&, Inputs const&, Week const&, TenderPlan const&)
{
    return true;
}

/// What the lot is worth at the usual rate over its term, against the law's threshold.
bool is_below_threshold(Market const& market, Inputs const& inputs, Week const&, TenderPlan const& plan)
{
    double const weekly = plan.sought * market.council_of(plan.locality).usual_rate[plan.service];
    return weekly * mean_weeks_in_a_year * plan.terms.years < inputs.behaviour.all.tender_threshold;
}

/// A list, at a price that is posted.
bool is_list_at_tariff(Market const& market, Inputs const& inputs, Week const& week, TenderPlan const& plan)
{
    return plan.kind == Channel::framework &&
           levers_in(market, inputs, plan.service, plan.locality).posted_block_price.at(week.first) > 0.0;
}

/// Who is asked has no offer to be compared with: it is judged by what the council has learnt of it so far, an alliance by
/// what its members show on average.
Assurance judge_capability(Hearing const& hearing)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    std::vector<ProviderId> const asked = best_of_those_there(hearing);
    if (asked.empty())
        return Assurance::not_assured;
    double const wanted = levers_in(market, inputs, plan.service, plan.locality).assurance.at(week.first);
    double seen = 0.0;
    for (ProviderId const provider : asked)
        seen += quality_seen(hearing, provider, key_of_bid(hearing, provider)) / static_cast<double>(asked.size());
    Assurance const grade = assurance_of(seen, wanted, inputs.behaviour.all.partial_assurance);
    constexpr std::array reasons{Reason::assured, Reason::partly_assured, Reason::not_assured};
    market.notebook.note({week.number, 0, DecisionKind::gateway_judged, reasons[static_cast<std::size_t>(grade)],
                          tender, market.providers.key[static_cast<std::size_t>(asked.front())], seen, wanted});
    return grade;
}

constexpr EnumArray<Route, RouteRules> routes{{{
    {.route = Route::full_tender,
     .may_be_used = always,
     .ask = anybody,
     .hear = hear_sealed,
     .choose = best_first,
     .otherwise = Route::full_tender,
     .is_advertised = true},
    {.route = Route::single_source,
     .may_be_used = always,
     .ask = incumbent,
     .hear = hear_sealed,
     .choose = best_first,
     .otherwise = Route::single_source},
    {.route = Route::below_threshold,
     .may_be_used = is_below_threshold,
     .ask = anybody,
     .hear = hear_sealed,
     .choose = best_first,
     .otherwise = Route::full_tender,
     .is_advertised = true},
    {.route = Route::ring_fenced,
     .may_be_used = always,
     .ask = within_fence,
     .hear = hear_sealed,
     .choose = best_first,
     .otherwise = Route::ring_fenced,
     .is_advertised = true},
    {.route = Route::restricted,
     .may_be_used = always,
     .ask = shortlisted,
     .hear = hear_sealed,
     .choose = best_first,
     .otherwise = Route::restricted,
     .is_advertised = true},
    {.route = Route::direct_award,
     .may_be_used = always,
     .ask = incumbent,
     .hear = hear_old_price,
     .choose = best_first,
     .otherwise = Route::direct_award},
    {.route = Route::accreditation,
     .may_be_used = is_list_at_tariff,
     .ask = anybody,
     .hear = hear_sealed,
     .choose = all_alike,
     .otherwise = Route::full_tender,
     .is_advertised = true},
    {.route = Route::dialogue,
     .may_be_used = always,
     .ask = shortlisted,
     .hear = hear_sealed,
     .choose = best_first,
     .otherwise = Route::dialogue,
     .teaches = true},
    {.route = Route::negotiation,
     .may_be_used = always,
     .ask = shortlisted,
     .hear = hear_negotiated,
     .choose = best_first,
     .otherwise = Route::negotiation},
    {.route = Route::innovation,
     .may_be_used = always,
     .ask = shortlisted,
     .hear = hear_after_development,
     .choose = best_first,
     .otherwise = Route::innovation},
    {.route = Route::most_capable,
     .may_be_used = always,
     .ask = best_of_those_there,
     .hear = hear_at_open_book,
     .choose = best_first,
     .otherwise = Route::full_tender,
     .teaches = true,
     .judge = judge_capability},
}}};

constexpr bool is_in_order()
{
    for (Route const route : all_of<Route>())
        if (routes[route].route != route)
            return false;
    return true;
}
static_assert(is_in_order(), "a row stands where its route does");

} // namespace

RouteRules const& rules_of(Route route)
{
    return routes[route];
}

} // namespace caremarket
