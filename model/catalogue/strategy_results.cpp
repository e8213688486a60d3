#include "model/catalogue/levers.hpp"

namespace caremarket
{

std::span<ServiceRow<StrategyService, Dated> const> levers_of_results()
{
    using S = StrategyService;
    static constexpr ServiceRow<S, Dated> rows[] = {
        {{.name = "outcome_share",
          .unit = "share of price",
          .range = {0.0, 0.8},
          .meaning =
              "Part of a contract's price that is paid only where outcomes are reached; 0: all is paid for volume",
          .source = "Cambridgeshire procurement strategy 2016, 3.2.4 and 3.2.5; Walsall contracting strategy 2016, 4.5",
          .certainty = Certainty::assumption,
          .mediator = "what a provider can expect to be paid, by its own quality, so who asks how much and who wins",
          .mediator_metric = "award_price",
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::outcome_share>},
        {{.name = "outcome_target",
          .unit = "sd of quality",
          .range = {-2.0, 2.0},
          .meaning = "Quality that counts as the outcome; 0: the usual",
          .source = "Walsall contracting strategy 2016, 4.5; no level is published",
          .certainty = Certainty::assumption,
          .mediator = "how likely that part of the price is paid",
          .mediator_metric = "award_price",
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::outcome_target>},
    };
    return rows;
}

} // namespace caremarket
