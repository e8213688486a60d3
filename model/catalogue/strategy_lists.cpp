#include "model/catalogue/levers.hpp"

namespace caremarket
{

std::span<ServiceRow<StrategyService, Dated> const> levers_of_lists()
{
    using S = StrategyService;
    static constexpr ServiceRow<S, Dated> rows[] = {
        {{.name = "call_off",
          .unit = "choice",
          .range = {0.0, static_cast<double>(count_of<CallOff> - 1)},
          .meaning =
              "Whom the council calls off a framework or list: the best score, the lowest offer for this person, "
              "whom the person chooses, or whoever was given least",
          .source =
              "Walsall contracting strategy 2016, 6.2: business under a framework may be awarded by mini-competition; "
              "table 5: any qualified provider, a tariff and a menu to choose from; turns: no source",
          .certainty = Certainty::assumption,
          .mediator = "which listed provider is offered a person first, and at what price",
          .mediator_metric = "new_placement_price",
          .choices = NamesOf<CallOff>::names,
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::call_off>},
        {{.name = "demand_cap",
          .unit = "share",
          .range = {0.0, 1.0},
          .meaning = "Most of the planned list volume that one listed provider may have; 1: no cap",
          .source = "Walsall contracting strategy 2016, 6.2: mechanisms to manage demand under any qualified provider; "
                    "no number found",
          .certainty = Certainty::assumption,
          .mediator = "who is passed over, so how many share the list's volume",
          .mediator_metric = "starts",
          .may_be_dated = true},
         {{1.0, 1.0, 1.0}},
         member<&S::demand_cap>},
        {{.name = "listed_guarantee",
          .unit = "share",
          .range = {0.0, 1.0},
          .meaning = "Part of the planned list volume that is guaranteed, in equal parts, to those listed",
          .source = "Calderdale integrated procurement 2020, 4b: guaranteed hours beside an approved list; the part is "
                    "assumed",
          .certainty = Certainty::assumption,
          .mediator = "volume guaranteed to providers, and who is called first",
          .mediator_metric = "guaranteed_units",
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::listed_guarantee>},
        {{.name = "list_reopens",
          .unit = "year",
          .range = {0.0, 15.0},
          .meaning = "How often a list that stands is opened to newcomers, whose contracts end with it; 0: not before "
                     "its end",
          .source = "Calderdale 2021-22: an approved list for homecare that is re-opened yearly, and was in April 2022",
          .certainty = Certainty::secondary,
          .mediator = "how many are on the list",
          .mediator_metric = "tenders",
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::list_reopens>},
    };
    return rows;
}

} // namespace caremarket
