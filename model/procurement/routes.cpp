#include "model/procurement/route.hpp"

#include "model/procurement/hearing.hpp"
#include "model/procurement/ranking.hpp"

namespace caremarket
{

namespace
{

bool always(Market const&, Inputs const&, Week const&, TenderPlan const&)
{
    return true;
}

constexpr EnumArray<Route, RouteRules> routes{{{
    {Route::full_tender, always, anybody, hear_sealed, best_first, Route::full_tender},
    {Route::single_source, always, incumbent, hear_sealed, best_first, Route::single_source},
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
