#include "model/catalogue/levers.hpp"

namespace caremarket
{

std::span<ServiceRow<StrategyService, Dated> const> levers_of_rates()
{
    using S = StrategyService;
    static constexpr ServiceRow<S, Dated> rows[] = {
        {{.name = "usual_rate",
          .unit = "multiple",
          .range = {0.3, 3.0},
          .meaning = "The council's usual rate against the one it inherits",
          .source =
              "a usual rate is posted by the council, with top-ups for dearer rooms; by how much it may differ is "
              "assumed",
          .certainty = Certainty::assumption,
          .mediator = "the price limits that hang on it, and what a home is offered when a person's wealth has run out",
          .mediator_metric = "person_weeks_waiting",
          .may_be_dated = true},
         {{1.0, 1.0, 1.0}},
         member<&S::usual_rate>},
        {{.name = "top_ups",
          .unit = "choice",
          .range = {0.0, 1.0},
          .meaning = "Whether a family may add to the council's price",
          .source = "Care Act 2014; about a quarter of council residents of care homes had a top-up in 2016",
          .certainty = Certainty::assumption,
          .mediator = "which places a person may choose",
          .mediator_metric = "top_ups",
          .choices = no_or_yes,
          .may_be_dated = true},
         {{not_applicable, 1.0, 1.0}},
         member<&S::top_ups>},
        {{.name = "direct_payment_rate",
          .unit = "multiple of usual rate",
          .range = {0.3, 2.0},
          .meaning = "Money given for an hour to people who buy for themselves",
          .source = "no published rate found for the county",
          .certainty = Certainty::assumption,
          .mediator = "what people with a direct payment can buy without adding their own money",
          .mediator_metric = "gross_spend",
          .may_be_dated = true},
         {{0.95, not_applicable, not_applicable}},
         member<&S::direct_payment_rate>},
        {{.name = "spot_limit",
          .unit = "multiple of usual rate",
          .range = {0.5, 5.0},
          .meaning = "Highest spot price paid for a person who has not waited, as a multiple of the usual rate",
          .source =
              "spot nursing beds stood 14 % over the set rate in Brighton and Hove 2023; the limit is not published",
          .certainty = Certainty::assumption,
          .mediator = "which quotes the council can take, so who waits",
          .mediator_metric = "person_weeks_waiting",
          .may_be_dated = true},
         {{1.05, 1.05, 1.05}},
         member<&S::spot_limit>},
        {{.name = "spot_limit_rise",
          .unit = "multiple of usual rate per week",
          .range = {0.0, 0.5},
          .meaning = "How much the highest spot price rises with every week a person waits",
          .source = "assumption: none is published",
          .certainty = Certainty::assumption,
          .mediator = "which quotes the council can take, so who waits",
          .mediator_metric = "person_weeks_waiting",
          .may_be_dated = true},
         {{0.02, 0.02, 0.02}},
         member<&S::spot_limit_rise>},
        {{.name = "posted_spot_price",
          .unit = "GBP/unit",
          .range = {0.0, 5000.0},
          .meaning =
              "Spot price that the council posts, at start prices and uplifted by its rule; 0: prices are quoted",
          .source = "the usual rate is a posted price; none is published for single placements",
          .mediator = "providers take a person at the posted price or not at all",
          .mediator_metric = "person_weeks_waiting",
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::posted_spot_price>},
    };
    return rows;
}

} // namespace caremarket
