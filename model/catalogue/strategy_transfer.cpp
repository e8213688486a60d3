#include "model/catalogue/levers.hpp"

namespace caremarket
{

std::span<ServiceRow<StrategyService, Dated> const> levers_of_transfer()
{
    using S = StrategyService;
    static constexpr ServiceRow<S, Dated> rows[] = {
        {{.name = "existing_people",
          .unit = "choice",
          .range = {0.0, 1.0},
          .meaning = "Whether people on a contract whose term ends go over to those who have won its volume, as far as "
                     "they have places, or stay where they are, bought on the spot",
          .source = "assumption: published plans do not say; try both",
          .certainty = Certainty::assumption,
          .mediator = "people who change provider, and how fast guaranteed volume is used",
          .mediator_metric = "council_units_used",
          .choices = NamesOf<ExistingPeople>::names,
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::existing_people>},
        {{.name = "staff_transfer",
          .unit = "choice",
          .range = {0.0, 1.0},
          .meaning = "Whether staff who served people that change provider with a contract go with them, at their pay",
          .source = "Suffolk community services procurement 2016, 14: TUPE among what bidders are assured on",
          .certainty = Certainty::read,
          .mediator = "with whom staff are: those who have gone with the work are not kept and paid without it",
          .mediator_metric = "guaranteed_staff_hours",
          .choices = no_or_yes,
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::staff_transfer>},
        {{.name = "alliance",
          .unit = "choice",
          .range = {0.0, 1.0},
          .meaning = "Whether those who win guaranteed volume together form an alliance until the term ends: what one "
                     "does beyond its guarantee fills the gap of another, and the council is their integrator",
          .source = "Cambridgeshire procurement strategy 2016, 3.2.4; Walsall contracting strategy 2016, 6.2; Suffolk "
                    "community services procurement 2016, 23-29",
          .certainty = Certainty::read,
          .mediator = "empty places that need not be paid for, because another member does more",
          .mediator_metric = "shared_units",
          .choices = no_or_yes,
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::alliance>},
        {{.name = "letting_cycle",
          .unit = "year",
          .range = {0.0, 15.0},
          .meaning =
              "Years from one common end of contracts to the next, counted from the start; 0: each contract ends "
              "by its own length",
          .source = "Cambridgeshire procurement strategy 2016, 3.2.3: a county-wide contract for homecare that expires "
                    "on one day in 2017; no length of a cycle found",
          .certainty = Certainty::assumption,
          .mediator = "how many contracts are let at once, officers' work at its peak, and years over which a bidder "
                      "reckons its cash",
          .mediator_metric = "committed_guarantee",
          .may_be_dated = true,
          .is_whole = true},
         {{0.0, 0.0, 0.0}},
         member<&S::letting_cycle>},
        {{.name = "build_for_block",
          .unit = "choice",
          .range = {0.0, 1.0},
          .meaning = "Whether a home that bids for a block may offer places that it would build if it wins",
          .source = "Cambridgeshire procurement strategy 2016, 3.2.3: longer terms over which to repay capital; "
                    "longer-term contracts for accommodation in place of spot purchasing",
          .certainty = Certainty::assumption,
          .mediator = "volume that bidders can offer, and capacity that opens later",
          .mediator_metric = "volume_awarded",
          .choices = no_or_yes,
          .may_be_dated = true},
         {{not_applicable, 0.0, 0.0}},
         member<&S::build_for_block>},
        {{.name = "building_grant",
          .unit = "share",
          .range = {0.0, 1.0},
          .meaning = "Part of the cost of building places for a block that the council gives when it awards it",
          .source = "capital or land of the council's own in return for a long block; no share found",
          .certainty = Certainty::assumption,
          .mediator = "what a bid must earn for places that are built, and what the council invests",
          .mediator_metric = "award_price",
          .may_be_dated = true},
         {{not_applicable, 0.0, 0.0}},
         member<&S::building_grant>},
    };
    return rows;
}

} // namespace caremarket
