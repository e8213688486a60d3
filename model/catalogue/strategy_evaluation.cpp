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
          .mediator_metric = "award_price",
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::social_value_weight>},
        {{.name = "evaluated_cost",
          .unit = "choice",
          .range = {0.0, 1.0},
          .meaning =
              "Whether prices are compared as they are bid, or by what a unit that is used will cost over the term",
          .source = "course slides on procurement, award stage: full life-cycle costing can be taken into account",
          .certainty = Certainty::assumption,
          .mediator = "which bids win",
          .mediator_metric = "award_price",
          .choices = NamesOf<EvaluatedCost>::names,
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::evaluated_cost>},
        {{.name = "low_tender_test",
          .unit = "choice",
          .range = {0.0, 2.0},
          .meaning =
              "Which bids the council asks about because they are low; one that does not cover statutory wages by "
              "the bidder's own hours and travel is rejected",
          .source = "Public Contracts Regulations 2015, 69, course slides on procurement: abnormally low tenders",
          .certainty = Certainty::assumption,
          .mediator = "which bids stand",
          .mediator_metric = "bids_too_low",
          .choices = NamesOf<LowTenderTest>::names,
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::low_tender_test>},
        {{.name = "low_tender_line",
          .unit = "multiple",
          .range = {0.5, 1.5},
          .meaning =
              "Price below which it asks, against statutory wages at usual hours and travel or against the mean of "
              "the other bids",
          .source = "assumption: the regulation gives no figure",
          .certainty = Certainty::assumption,
          .mediator = "which bids stand",
          .mediator_metric = "bids_too_low",
          .may_be_dated = true},
         {{1.0, 1.0, 1.0}},
         member<&S::low_tender_line>},
        {{.name = "feedback",
          .unit = "choice",
          .range = {0.0, 1.0},
          .meaning = "Whether bidders that lost are told the price that won",
          .source = "course slides on procurement, award stage: feedback is given to unsuccessful tenderers",
          .certainty = Certainty::assumption,
          .mediator = "what a bidder believes of its rivals in the next rounds",
          .mediator_metric = "award_price",
          .choices = no_or_yes,
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::feedback>},
    };
    return rows;
}

} // namespace caremarket
