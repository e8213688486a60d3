#include "model/catalogue/levers.hpp"

namespace caremarket
{

std::span<ServiceRow<StrategyService, Dated> const> levers_of_demand()
{
    using S = StrategyService;
    static constexpr ServiceRow<S, Dated> rows[] = {
        {{.name = "reablement_share",
          .unit = "share",
          .range = {0.0, 1.0},
          .meaning = "Part of people newly assessed for homecare who are helped to do for themselves first, for some "
                     "weeks and free of charge, before any homecare is sought",
          .source =
              "Cambridgeshire procurement strategy 2016, 3.2.5: invest-to-save, delaying need; no share found; 0: "
              "as much as the place's own figures of use already hold",
          .certainty = Certainty::assumption,
          .mediator = "who comes to the market for homecare, when, and for how much",
          .mediator_metric = "reabled_people",
          .may_be_dated = true},
         {{0.0, not_applicable, not_applicable}},
         member<&S::reablement_share>},
        {{.name = "technology_share",
          .unit = "share",
          .range = {0.0, 1.0},
          .meaning = "Part of new homecare packages that come with telecare",
          .source = "Cambridgeshire procurement strategy 2016, 3.2.5: more use of equipment and technology",
          .certainty = Certainty::assumption,
          .mediator = "hours commissioned for a person, as far as technology spares any",
          .mediator_metric = "people_with_technology",
          .may_be_dated = true},
         {{0.0, not_applicable, not_applicable}},
         member<&S::technology_share>},
        {{.name = "family_share",
          .unit = "share",
          .range = {0.0, 0.9},
          .meaning = "Part of the hours of each new homecare package that families are asked to do instead, whatever "
                     "the budget",
          .source = "Cambridgeshire procurement strategy 2016, 3.1: families will need to accept more responsibility",
          .certainty = Certainty::assumption,
          .mediator = "hours that families do instead of the council, and the strain of it",
          .mediator_metric = "family_care",
          .may_be_dated = true},
         {{0.0, not_applicable, not_applicable}},
         member<&S::family_share>},
        {{.name = "respite_weeks",
          .unit = "week/year",
          .range = {0.0, 26.0},
          .meaning = "Weeks of respite a year, on average, for each family that does more",
          .source = "Cambridgeshire procurement strategy 2016, 3.2.3: respite care",
          .certainty = Certainty::assumption,
          .mediator = "relief of families that do more",
          .mediator_metric = "respite_weeks",
          .may_be_dated = true},
         {{0.0, not_applicable, not_applicable}},
         member<&S::respite_weeks>},
        {{.name = "respite_targeting",
          .unit = "choice",
          .range = {0.0, static_cast<double>(count_of<RespiteTargeting> - 1)},
          .meaning = "Whether the same respite goes to all families that do more alike, or to each in proportion to "
                     "what it does",
          .source = "Cambridgeshire procurement strategy 2016, 3.2.3: respite for families who would otherwise fall "
                    "into crisis",
          .certainty = Certainty::assumption,
          .mediator = "which families give up",
          .mediator_metric = "families_gave_up",
          .choices = NamesOf<RespiteTargeting>::names,
          .may_be_dated = true},
         {{0.0, not_applicable, not_applicable}},
         member<&S::respite_targeting>},
        {{.name = "high_cost_reviews",
          .unit = "share/year",
          .range = {0.0, 12.0},
          .meaning = "Part of dear spot placements that officers review in a year, the dearest first, as far as they "
                     "are free: is there room elsewhere at a lower price?",
          .source = "Cambridgeshire procurement strategy 2016, 3.2.5: providers with high-cost placements",
          .certainty = Certainty::assumption,
          .mediator = "placements whose price is held against what the market asks today",
          .mediator_metric = "placements_reviewed",
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::high_cost_reviews>},
        {{.name = "high_cost_from",
          .unit = "multiple of the usual rate",
          .range = {0.5, 10.0},
          .meaning = "Price from which a placement counts as dear",
          .source = "no figure found",
          .certainty = Certainty::assumption,
          .mediator = "which placements are held against what the market asks today",
          .mediator_metric = "placements_reviewed",
          .may_be_dated = true},
         {{1.25, 1.25, 1.25}},
         member<&S::high_cost_from>},
        {{.name = "devolved_share",
          .unit = "share",
          .range = {0.0, 1.0},
          .meaning = "Part of new people for whom care managers buy themselves: on the spot, within the limit, where "
                     "the person chooses, before any contract is called",
          .source = "Cambridgeshire procurement strategy 2016, 3.1: a more devolved and flexible approach, teams that "
                    "spend on whatever meets need",
          .certainty = Certainty::assumption,
          .mediator = "who is called for whom",
          .mediator_metric = "bought_off_contract",
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::devolved_share>},
    };
    return rows;
}

} // namespace caremarket
