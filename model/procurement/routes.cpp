#include "model/procurement/route.hpp"

#include "model/contract_book.hpp"
#include "model/procurement/choosing.hpp"
#include "model/procurement/hearing.hpp"

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

constexpr EnumArray<Route, RouteRules> routes{{{
    {Route::full_tender, always, anybody, hear_sealed, best_first, Route::full_tender},
    {Route::single_source, always, incumbent, hear_sealed, best_first, Route::single_source},
    {Route::below_threshold, is_below_threshold, anybody, hear_sealed, best_first, Route::full_tender},
    {Route::ring_fenced, always, within_fence, hear_sealed, best_first, Route::ring_fenced},
    {Route::restricted, always, shortlisted, hear_sealed, best_first, Route::restricted},
    {Route::direct_award, always, incumbent, hear_old_price, best_first, Route::direct_award},
    {Route::accreditation, is_list_at_tariff, anybody, hear_sealed, all_alike, Route::full_tender},
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
