#include "analysis/chosen_metrics.hpp"
#include "analysis/council_cost.hpp"

#include "analysis/results_file.hpp"
#include "analysis/sweep_outcomes.hpp"
#include "sample_results.hpp"
#include "temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

namespace
{

std::vector<std::string> names_of(std::vector<StoredMetric> const& metrics)
{
    std::vector<std::string> names;
    for (StoredMetric const& metric : metrics)
        names.push_back(metric.name);
    return names;
}

/// The sample sweep with these metrics alone.
struct ChosenSweep
{
    TemporaryFolder folder;
    Plan plan = sample_sweep();

    explicit ChosenSweep(std::vector<std::string> const& names)
    {
        PartStore const store(folder.path());
        write_sample_parts(plan, store);
        assemble(plan, store, folder / "all.h5");
        assemble(plan, store, folder / "chosen.h5", MissingParts::refuse, chosen_metrics(model_catalogue(), names));
    }
};

} // namespace

TEST_CASE("No names choose all metrics")
{
    CHECK(chosen_metrics(model_catalogue(), {}) == model_catalogue());
}

TEST_CASE("A derived metric brings both its parts, and parts bring what can be formed of them")
{
    MetricCatalogue const of_ratio = chosen_metrics(model_catalogue(), {"weeks_waited", "weeks_waited"});
    CHECK(names_of(of_ratio.recorded) == std::vector<std::string>{"starts", "start_waits"});
    CHECK(names_of(of_ratio.derived) == std::vector<std::string>{"weeks_waited"});
    CHECK(of_ratio.chosen == std::vector<std::string>{"weeks_waited"});
    CHECK(chosen_metrics(model_catalogue(), {"start_waits", "starts"}).derived == of_ratio.derived);
    CHECK(chosen_metrics(model_catalogue(), {"starts"}).derived.empty());
}

TEST_CASE("All names that are unknown are told, with the nearest")
{
    CHECK_THROWS_WITH(chosen_metrics(model_catalogue(), {"startz", "starts", "gros_spend"}),
                      Catch::Contains("\"startz\"; did you mean starts?") &&
                          Catch::Contains("\"gros_spend\"; did you mean gross_spend?"));
}

TEST_CASE("A file of chosen metrics says so, and has their values as a whole file has")
{
    ChosenSweep const sweep({"weeks_waited", "gross_spend"});
    ResultsFile const all(sweep.folder / "all.h5"), chosen(sweep.folder / "chosen.h5");
    CHECK(chosen.catalogue() == chosen_metrics(model_catalogue(), {"weeks_waited", "gross_spend"}));
    CHECK(all.catalogue().chosen.empty());
    for (std::size_t sample = 0; sample < 3; ++sample)
    {
        CHECK(chosen.yearly_pence("gross_spend", {.sample = sample}).values ==
              all.yearly_pence("gross_spend", {.sample = sample}).values);
        CHECK(chosen.by_period("weeks_waited", {.sample = sample}).values ==
              all.by_period("weeks_waited", {.sample = sample}).values);
    }
    CHECK_THROWS_AS(chosen.yearly("exits"), std::invalid_argument);
}

TEST_CASE("What care costs is never told of a part of its parts")
{
    ChosenSweep const sweep({"net_spend", "procurement_spend", "officer_spend"});
    ResultsFile const chosen(sweep.folder / "chosen.h5");
    CHECK(costs_left_out(chosen.catalogue()) ==
          std::vector<std::string>{"own_supply_capital", "building_grants", "invest_to_save"});
    CHECK_THROWS_WITH(SweepOutcomes(chosen, std::nullopt), Catch::Contains("without own_supply_capital"));
    CHECK_THROWS_WITH(SweepOutcomes(chosen, "exits"),
                      Catch::Contains("left out") && Catch::Contains("net_spend,procurement_spend,officer_spend"));
    CHECK_THROWS_WITH(SweepOutcomes(chosen, "net_spent"), Catch::Contains("did you mean net_spend?"));

    ChosenSweep const whole(
        {"net_spend", "procurement_spend", "officer_spend", "own_supply_capital", "building_grants", "invest_to_save"});
    ResultsFile const enough(whole.folder / "chosen.h5"), all(whole.folder / "all.h5");
    CHECK(costs_left_out(enough.catalogue()).empty());
    CHECK(SweepOutcomes(enough, std::nullopt).of(1, 1, 1) == SweepOutcomes(all, std::nullopt).of(1, 1, 1));
}
