#include "model/catalogue/behaviour_parts.hpp"

namespace caremarket
{

namespace
{

/// One number of one route.
template <Route route, auto Part>
constexpr auto burden = +[](BehaviourService& section) -> double& { return section.routes[route].*Part; };

} // namespace

std::span<ServiceRow<BehaviourService, double> const> behaviour_of_routes()
{
    using S = BehaviourService;
    static constexpr ServiceRow<S, double> rows[] = {
        {{.name = "full_tender_weeks",
          .unit = "week",
          .range = {1.0, 104.0},
          .meaning = "Weeks from the decision to advertise to the first day of the contract",
          .source =
              "the county's bed tenders took 49 (2019-20) and 21 (2020) from notice to award; homecare: usual length",
          .certainty = Certainty::assumption,
          .is_whole = true},
         {{26.0, 35.0, 35.0}},
         burden<Route::full_tender, &RouteBurden::weeks>},
        {{.name = "single_source_weeks",
          .unit = "week",
          .range = {1.0, 104.0},
          .meaning = "Weeks from the decision to the first day when one provider is asked",
          .source = "no figure read",
          .certainty = Certainty::assumption,
          .is_whole = true},
         {{10.0, 12.0, 12.0}},
         burden<Route::single_source, &RouteBurden::weeks>},
        {{.name = "full_tender_cost",
          .unit = "GBP",
          .range = {0.0, 1000000.0},
          .meaning = "Cost to the council of an advertised tender beyond its officers' time, at start prices",
          .source = "legal, advertising, portal; no figure read",
          .certainty = Certainty::assumption},
         {{5000.0, 5000.0, 5000.0}},
         burden<Route::full_tender, &RouteBurden::cost>},
        {{.name = "single_source_cost",
          .unit = "GBP",
          .range = {0.0, 1000000.0},
          .meaning = "The same for asking one provider",
          .source = "no figure read",
          .certainty = Certainty::assumption},
         {{1000.0, 1000.0, 1000.0}},
         burden<Route::single_source, &RouteBurden::cost>},
        {{.name = "full_tender_work",
          .unit = "person-week",
          .range = {0.0, 500.0},
          .meaning = "Officers' work on an advertised tender",
          .source = "no figure read",
          .certainty = Certainty::assumption},
         {{12.0, 12.0, 12.0}},
         burden<Route::full_tender, &RouteBurden::work>},
        {{.name = "single_source_work",
          .unit = "person-week",
          .range = {0.0, 500.0},
          .meaning = "Officers' work on terms with one provider",
          .source = "no figure read",
          .certainty = Certainty::assumption},
         {{3.0, 3.0, 3.0}},
         burden<Route::single_source, &RouteBurden::work>},
    };
    return rows;
}

} // namespace caremarket
