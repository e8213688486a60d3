#include "model/catalogue/levers.hpp"

namespace caremarket
{

std::span<ServiceRow<StrategyService, Dated> const> levers_of_letting()
{
    using S = StrategyService;
    static constexpr ServiceRow<S, Dated> rows[] = {
        {{.name = "procurement_route",
          .unit = "choice",
          .range = {0.0, 1.0},
          .meaning = "How contracts are let",
          .source = "Walsall contracting strategy 2016, table 5: single source against full tender",
          .certainty = Certainty::assumption,
          .mediator = "who bids, and when and at what cost the contract is there",
          .choices = NamesOf<Route>::names,
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::procurement_route>},
        {{.name = "quality_weight",
          .unit = "share",
          .range = {0.0, 1.0},
          .meaning = "Weight of written quality against price when bids are compared",
          .source = "best price-quality ratio, course slides on procurement, award stage; 50-70 % of marks by a "
                    "bid-writers' guide; 70 % in Coventry 2022-23 and Southwark 2021-24, 40 % in Bromley 2026",
          .certainty = Certainty::assumption,
          .mediator = "which bids win",
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::quality_weight>},
        {{.name = "block_price_limit",
          .unit = "multiple of usual rate",
          .range = {0.5, 3.0},
          .meaning = "Highest block price accepted, as a multiple of the council's usual rate",
          .source = "Cambridgeshire procurement strategy 2016, 3.2.1",
          .mediator = "bids above it are not accepted",
          .may_be_dated = true},
         {{1.1, 1.1, 1.1}},
         member<&S::block_price_limit>},
        {{.name = "posted_block_price",
          .unit = "GBP/unit",
          .range = {0.0, 5000.0},
          .meaning = "Block price that the council posts, at start prices and uplifted by its rule; 0: prices are bid",
          .source =
              "Walsall contracting strategy 2016, table 5: tender without price competition where a tariff is in place",
          .mediator = "providers offer volume at the posted price or not at all",
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::posted_block_price>},
    };
    return rows;
}

} // namespace caremarket
