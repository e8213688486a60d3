#include "model/catalogue/levers.hpp"

#include <vector>

namespace caremarket
{

namespace
{

constexpr std::string_view mix_names[] = {"mix_block", "mix_core", "mix_framework", "mix_spot", "mix_in_house"};
constexpr Simplex simplexes[] = {{"share of forecast volume bought through each channel", mix_names, "mix_spot"}};

} // namespace

std::span<Simplex const> strategy_simplexes()
{
    return simplexes;
}

std::span<Row<StrategyAll, Dated> const> strategy_rows()
{
    using S = StrategyAll;
    static constexpr Row<S, Dated> rows[] = {
        {{.name = "commissioning_staff",
          .unit = "FTE",
          .range = {0.0, 500.0},
          .meaning = "Officers who let and review contracts for these services",
          .source = "Cambridgeshire procurement strategy 2016, 3.1; no number found",
          .certainty = Certainty::assumption,
          .mediator = "how many tenders and reviews get done in time",
          .mediator_metric = "tenders_delayed",
          .may_be_dated = true},
         4.0,
         member<&S::commissioning_staff>},
        {{.name = "extension_weeks",
          .unit = "week",
          .range = {0.0, 208.0},
          .meaning = "How long a contract runs on at old terms when its successor was not let in time",
          .source = "Tower Hamlets 2025: interim homecare contracts for one year and one more while the service was "
                    "reviewed; length assumed",
          .certainty = Certainty::assumption,
          .mediator = "how long old terms last",
          .mediator_metric = "contracts_extended",
          .may_be_dated = true,
          .is_whole = true},
         26.0,
         member<&S::extension_weeks>},
        {{.name = "budget_growth",
          .unit = "share/year",
          .range = {-0.2, 0.3},
          .meaning = "Growth of the care budget each 1 April beyond consumer prices",
          .source = "demography allowed for in a budget; no published figure for these services",
          .certainty = Certainty::assumption,
          .mediator = "when the council thinks itself over budget",
          .mediator_metric = "budget_pressure",
          .may_be_dated = true},
         0.02,
         member<&S::budget_growth>},
        {{.name = "response_delay",
          .unit = "week",
          .range = {0.0, 26.0},
          .meaning = "Weeks by which decisions are delayed when the forecast is 5 % or more over budget",
          .source = "Cambridgeshire procurement strategy 2016, 3.1",
          .certainty = Certainty::assumption,
          .mediator = "how soon a person may be placed",
          .mediator_metric = "person_weeks_waiting",
          .may_be_dated = true},
         0.0,
         member<&S::response_delay>},
        {{.name = "response_package",
          .unit = "share",
          .range = {0.0, 0.5},
          .meaning = "How much smaller new homecare packages are when 5 % or more over budget",
          .source = "Cambridgeshire procurement strategy 2016, 3.2.5",
          .certainty = Certainty::assumption,
          .mediator = "hours commissioned for a person",
          .mediator_metric = "commissioned_need",
          .may_be_dated = true},
         0.0,
         member<&S::response_package>},
        {{.name = "response_reviews",
          .unit = "share/year",
          .range = {0.0, 1.0},
          .meaning = "Part of homecare packages reviewed down a year when 5 % or more over budget, as far as officers "
                     "are free",
          .source = "Cambridgeshire procurement strategy 2016, 3.3.1",
          .certainty = Certainty::assumption,
          .mediator = "hours commissioned for people already in care, and officers' time",
          .mediator_metric = "reviewed_down",
          .may_be_dated = true},
         0.0,
         member<&S::response_reviews>},
        {{.name = "outsourced_reviews",
          .unit = "share",
          .range = {0.0, 1.0},
          .meaning = "Part of the reviews for which officers have no time that is bought from a firm outside",
          .source =
              "Cambridgeshire procurement strategy 2016, 3.3.1: an external organisation to help clear backlogs of "
              "assessment and review",
          .certainty = Certainty::assumption,
          .mediator = "how many reviews are done",
          .mediator_metric = "outside_reviews",
          .may_be_dated = true},
         0.0,
         member<&S::outsourced_reviews>},
        {{.name = "response_spot",
          .unit = "share",
          .range = {0.0, 0.5},
          .meaning = "How much lower the highest spot price is when 5 % or more over budget",
          .source = "Cambridgeshire procurement strategy 2016, 3.2.1",
          .certainty = Certainty::assumption,
          .mediator = "which quotes the council can take, so who waits",
          .mediator_metric = "person_weeks_waiting",
          .may_be_dated = true},
         0.0,
         member<&S::response_spot>},
        {{.name = "merged_services",
          .unit = "choice",
          .range = {0.0, static_cast<double>(count_of<MergedServices> - 1)},
          .meaning =
              "Services whose blocks and core contracts over the same area are let as one, to owners who deliver "
              "all of them",
          .source =
              "Cambridgeshire procurement strategy 2016, 3.2.4: merging similar services, back office costs, a market "
              "willing to diversify, the risk of monopoly providers",
          .certainty = Certainty::assumption,
          .mediator = "how many owners deliver all of it, so how many bid; and what their offices cost them",
          .mediator_metric = "bids_per_tender",
          .choices = NamesOf<MergedServices>::names,
          .may_be_dated = true},
         0.0,
         member<&S::merged_services>},
        {{.name = "prevention_spend",
          .unit = "GBP/year",
          .range = {0.0, 500.0},
          .meaning = "What the council puts into preventing need, for each person of 65 and over, at start prices",
          .source = "Cambridgeshire procurement strategy 2016, 3.2.5: an invest-to-save budget; Walsall contracting "
                    "strategy 2016, 4.1: awarding contracts for preventative services",
          .certainty = Certainty::assumption,
          .mediator = "how many people come to need the council's support",
          .mediator_metric = "prevented_people",
          .may_be_dated = true},
         0.0,
         member<&S::prevention_spend>},
    };
    return rows;
}

std::span<ServiceRow<StrategyService, Dated> const> strategy_service_rows()
{
    static std::vector<ServiceRow<StrategyService, Dated>> const rows = []
    {
        std::vector<ServiceRow<StrategyService, Dated>> all;
        for (auto const& some : {levers_of_buying(), levers_of_letting(), levers_of_lists(), levers_of_terms(),
                                 levers_of_rates(), levers_of_results(), levers_of_evaluation(), levers_of_transfer(),
                                 levers_of_management(), levers_of_demand()})
            all.insert(all.end(), some.begin(), some.end());
        return all;
    }();
    return rows;
}

} // namespace caremarket
