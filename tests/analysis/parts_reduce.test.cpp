#include "analysis/parts_reduce.hpp"

#include "analysis/reduced_runs.hpp"
#include "analysis/results_file.hpp"
#include "sample_results.hpp"
#include "temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace caremarket;

TEST_CASE("Quantiles lie straight between sorted neighbours, and a single run is all of them")
{
    std::vector<std::vector<double>> const runs{{4.0, 7.0}, {1.0, 7.0}, {2.0, 7.0}, {10.0, 7.0}};
    std::vector<double> const probabilities{0.0, 0.25, 0.5, 0.9, 1.0};
    ReducedRuns const all = reduced(runs, 2, probabilities);
    std::vector<double> const expected{1.0, 1.75, 3.0, 8.2, 10.0}; // numpy.quantile([4, 1, 2, 10], …)
    for (std::size_t q = 0; q < expected.size(); ++q)
    {
        CHECK(all.quantiles[q * 2] == Approx(expected[q]));
        CHECK(all.quantiles[q * 2 + 1] == 7.0);
    }
    CHECK(all.means == std::vector<double>{4.25, 7.0});
    CHECK(reduced(std::span(runs).first(1), 2, probabilities).quantiles[0] == 4.0);
}

TEST_CASE("What a run has not is left out, and what none has is no number")
{
    double const none = std::nan("");
    std::vector<std::vector<double>> const runs{{none, none}, {3.0, none}, {5.0, none}};
    ReducedRuns const all = reduced(runs, 2, std::vector<double>{0.5});
    CHECK(all.quantiles[0] == 4.0);
    CHECK(all.means[0] == 4.0);
    CHECK(all.runs == std::vector<std::int32_t>{2, 0});
    CHECK(std::isnan(all.quantiles[1]));
    CHECK(std::isnan(all.means[1]));
    CHECK(std::isnan(reduced({}, 1, std::vector<double>{0.5}).means[0]));
}

TEST_CASE("Values of a run are those that a reader of its results file gets")
{
    SampleFile const sample;
    ResultsFile const file(sample.path);
    ResultsAxes const& axes = sample.plan.axes;
    MetricCatalogue const catalogue = model_catalogue();
    Record const run = coarsened(sample_record(monthly_shape(axes), sample_run(axes, 1, 0, 2)),
                                 record_shape(axes, RecordPeriod::year));
    for (auto const* table : {&catalogue.recorded, &catalogue.derived})
        for (StoredMetric const& metric : *table)
        {
            INFO(metric.name);
            // Of two parts with other axes a reader sums what only one has, when it keeps those of both.
            Pick const service = metric.has_services() ? Pick::each() : Pick::summed();
            Pick const channel = metric.has_channels() ? Pick::each() : Pick::summed();
            Series const series =
                file.yearly(metric.name, {.service = service, .channel = channel, .locality = service});
            std::vector<double> const values = values_of(metric, catalogue, run);
            REQUIRE(values.size() == series.periods * series.cells());
            for (std::size_t i = 0; i < values.size(); ++i)
            {
                double const expected = series.values[series.at(1, 0, 2, 0) + i];
                CHECK((std::isnan(values[i]) ? std::isnan(expected) : values[i] == Approx(expected).epsilon(1e-12)));
            }
        }
}

TEST_CASE("A file of quantiles is no results file, and says what it is and what to do")
{
    TemporaryFolder const folder;
    Plan const plan = sample_sweep();
    PartStore const store(folder.path());
    write_sample_parts(plan, store);
    AssembledRuns const runs = reduce(plan, store, folder / "small.h5", {.probabilities = {0.1, 0.9}});
    CHECK(runs.done == plan.axes.run_count());
    CHECK_THROWS_WITH(ResultsFile(folder / "small.h5"),
                      Catch::Contains("quantiles over replicates") && Catch::Contains("without --quantiles"));
}

TEST_CASE("A part that is missing leaves nothing written unless it is to be marked")
{
    TemporaryFolder const folder;
    Plan const plan = sample_sweep();
    PartStore const store(folder.path());
    write_sample_parts(plan, store);
    std::filesystem::remove(store.path_of(planned_parts(plan)[3].key));
    CHECK_THROWS_WITH(reduce(plan, store, folder / "small.h5", {.probabilities = {0.5}}),
                      Catch::Contains("1 of 24 parts are missing"));
    CHECK_FALSE(std::filesystem::exists(folder / "small.h5"));
    AssembledRuns const runs = reduce(plan, store, folder / "small.h5", {.probabilities = {0.5}}, MissingParts::mark);
    CHECK(runs.missing == planned_parts(plan)[3].key.count);
    CHECK(runs.done == plan.axes.run_count() - runs.missing);
}
