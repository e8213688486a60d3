#include "model/catalogue/levers.hpp"

namespace caremarket
{

std::span<ServiceRow<StrategyService, Dated> const> levers_of_evaluation()
{
    using S = StrategyService;
    static constexpr ServiceRow<S, Dated> rows[] = {
        {{.name = "social_value_weight",
          .unit = "share",
          .range = {0.0, 1.0},
          .meaning = "Weight of what a bidder is to the area (who owns it, what it pays, whether it stands there) when "
                     "bids are compared",
          .source =
              "Public Services (Social Value) Act 2012, course slides on procurement; Walsall contracting strategy "
              "2016, appendix 1, objective 4; at least 0.20 in Islington's nursing tender of 2022",
          .certainty = Certainty::assumption,
          .mediator = "which bids win",
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::social_value_weight>},
    };
    return rows;
}

} // namespace caremarket
