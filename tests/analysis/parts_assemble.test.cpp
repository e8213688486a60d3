#include "analysis/parts_assemble.hpp"

#include "analysis/results_file.hpp"
#include "analysis/results_file_on_disk.hpp"
#include "sample_results.hpp"
#include "temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <cmath>
#include <thread>

using namespace caremarket;

namespace
{

constexpr Cells every_cell(std::size_t sample = 0)
{
    return {.service = Pick::each(), .channel = Pick::each(), .locality = Pick::each(), .sample = sample};
}

/// Checks `same(file value, record value)` for all values of a file against the records they were made from.
template <class Series, class RecordSeries>
void check_against_records(ResultsAxes const& axes, Series const& series, RecordShape shape, std::size_t sample,
                           RecordSeries values_of)
{
    for (std::size_t o = 0; o < series.outlooks; ++o)
        for (std::size_t s = 0; s < series.strategies; ++s)
            for (std::size_t r = 0; r < series.replicates; ++r)
            {
                Record const record =
                    coarsened(sample_record(monthly_shape(axes), sample_run(axes, o, s, r, sample)), shape);
                auto const& expected = values_of(record);
                auto const first = series.values.begin() + static_cast<std::ptrdiff_t>(series.at(o, s, r, 0));
                CHECK(std::equal(expected.begin(), expected.end(), first));
            }
}

void check_all_values(ResultsFile const& file, Plan const& plan, std::size_t sample = 0)
{
    RecordShape const periods = record_shape(plan.axes, plan.axes.period);
    RecordShape const years = record_shape(plan.axes, RecordPeriod::year);
    for (RecordedMetric const& m : recorded_metrics())
    {
        INFO(m.name);
        auto const pence = [&m](Record const& record) -> auto const&
        {
            return record.pence(m.id);
        };
        auto const series = [&m](Record const& record) -> auto const&
        {
            return record.series(m.id);
        };
        if (m.is_money())
        {
            check_against_records(plan.axes, file.by_period_pence(m.name, every_cell(sample)), periods, sample, pence);
            check_against_records(plan.axes, file.yearly_pence(m.name, every_cell(sample)), years, sample, pence);
        }
        else
        {
            check_against_records(plan.axes, file.by_period(m.name, every_cell(sample)), periods, sample, series);
            check_against_records(plan.axes, file.yearly(m.name, every_cell(sample)), years, sample, series);
        }
    }
}

} // namespace

TEST_CASE("What runs record is what a reader of the assembled file gets, to the penny")
{
    TemporaryFolder const folder;
    Plan plan = sample_plan();
    plan.axes.period = GENERATE(RecordPeriod::month, RecordPeriod::quarter, RecordPeriod::year);
    plan.axes.space = GENERATE(RecordSpace::locality, RecordSpace::place);
    PartStore const store(folder.path());
    write_sample_parts(plan, store);

    AssembledRuns const runs = assemble(plan, store, folder / "r.h5");
    CHECK(runs.done == 12);
    CHECK(runs.failed == 0);

    ResultsFile const file(folder / "r.h5");
    CHECK(file.axes() == plan.axes);
    CHECK(file.provenance() == plan.provenance);
    CHECK(file.catalogue() == model_catalogue());
    CHECK(file.inputs() == plan.inputs);
    check_all_values(file, plan);
}

TEST_CASE("A sweep's file holds every sample's runs, with the factors as coordinates and the design as it was laid")
{
    Plan const plan = sample_sweep();
    TemporaryFolder folder;
    PartStore const store(folder.path());
    write_sample_parts(plan, store);
    assemble(plan, store, folder / "sweep.h5");
    ResultsFile const file(folder / "sweep.h5");
    CHECK(file.axes() == plan.axes);
    for (std::size_t sample = 0; sample < 3; ++sample)
        check_all_values(file, plan, sample);
    CHECK(file.state(1, 1, 2, 2) == CellState::done);
    CHECK_THROWS_AS(file.yearly("gross_spend", {.sample = 3}), std::invalid_argument);
    CHECK(read_plan(
              [&]
              {
                  write_plan(folder / "plan.json", plan);
                  return folder / "plan.json";
              }()) == plan);
}

TEST_CASE("A year's flow is the sum of its months, a year's stock that of March")
{
    SampleFile const sample;
    ResultsFile const file(sample.path);
    for (StoredMetric const& m : file.catalogue().recorded)
    {
        INFO(m.name);
        Series const months = file.by_period(m.name), years = file.yearly(m.name);
        double sum = 0.0;
        for (std::size_t month = 12; month < 24; ++month)
            sum += months(1, 0, 2, month);
        double const expected = m.over == Over::sum ? sum : months(1, 0, 2, 23);
        CHECK(years(1, 0, 2, 1) == Approx(expected).epsilon(1e-12));
    }
}

TEST_CASE("The same plan and parts give the same bytes, whenever they are put together")
{
    TemporaryFolder const folder;
    Plan const plan = sample_plan();
    PartStore const store(folder.path());
    write_sample_parts(plan, store);
    assemble(plan, store, folder / "once.h5");
    std::this_thread::sleep_for(std::chrono::milliseconds(1100)); // HDF5 keeps times to the second
    assemble(plan, store, folder / "twice.h5");
    CHECK(read_whole_file(folder / "once.h5") == read_whole_file(folder / "twice.h5"));
}

TEST_CASE("A missing part is an error that names it, and no file appears")
{
    TemporaryFolder const folder;
    Plan const plan = sample_plan();
    PartStore const store(folder.path());
    write_sample_parts(plan, store);
    auto const parts = planned_parts(plan);
    std::filesystem::remove(store.path_of(parts[2].key));
    std::filesystem::remove(store.path_of(parts[5].key));

    try
    {
        assemble(plan, store, folder / "r.h5");
        FAIL("it was assembled");
    }
    catch (ResultsFileError const& error)
    {
        INFO(error.what());
        CHECK(std::string(error.what()).find("2 of 8 parts") != std::string::npos);
        CHECK(std::string(error.what()).find(store.path_of(parts[2].key).string()) != std::string::npos);
        CHECK(std::string(error.what()).find(store.path_of(parts[5].key).string()) != std::string::npos);
    }
    CHECK_FALSE(std::filesystem::exists(folder / "r.h5"));
    std::size_t files = 0;
    for ([[maybe_unused]] auto const& entry : std::filesystem::directory_iterator(folder.path()))
        ++files;
    CHECK(files == 6); // the parts that are there, nothing temporary
}

TEST_CASE("Missing parts can be marked missing, and have no values")
{
    TemporaryFolder const folder;
    Plan const plan = sample_plan();
    PartStore const store(folder.path());
    write_sample_parts(plan, store);
    std::filesystem::remove(store.path_of(planned_parts(plan)[2].key)); // block-heavy, replicates 0 and 1

    AssembledRuns const runs = assemble(plan, store, folder / "r.h5", MissingParts::mark);
    CHECK(runs.missing == 2);
    CHECK(runs.done == 10);
    ResultsFile const file(folder / "r.h5");
    CHECK(file.state(0, 1, 1) == CellState::missing);
    CHECK(file.state(0, 1, 2) == CellState::done);
    CHECK(std::isnan(file.yearly("gross_spend")(0, 1, 1, 0)));
    CHECK(std::isnan(file.yearly("starts")(0, 1, 0, 1)));
    CHECK(std::isnan(file.yearly("average_price")(0, 1, 0, 1)));
    CHECK_FALSE(std::isnan(file.yearly("starts")(0, 1, 2, 1)));
}

TEST_CASE("A run that failed is in the file with its reason and without values and the others are whole")
{
    TemporaryFolder const folder;
    Plan const plan = sample_plan();
    PartStore const store(folder.path());
    write_sample_parts(plan, store);
    Part part = sample_part(plan, planned_parts(plan)[0]);
    part.runs[1] = {.record = {}, .failure = "week 14: a provider's staff fell below 0"};
    store.write(part);

    AssembledRuns const runs = assemble(plan, store, folder / "r.h5");
    CHECK(runs.failed == 1);
    ResultsFile const file(folder / "r.h5");
    CHECK(file.state(0, 0, 1) == CellState::failed);
    CHECK(file.failure(0, 0, 1) == "week 14: a provider's staff fell below 0");
    CHECK(file.failure(0, 0, 0).empty());
    CHECK(file.yearly_pence("gross_spend")(0, 0, 1, 0) == missing_pence);
    CHECK(std::isnan(file.yearly("gross_spend")(0, 0, 1, 0)));
    CHECK(std::isnan(file.by_period("providers")(0, 0, 1, 7)));
    CHECK_FALSE(std::isnan(file.yearly("gross_spend")(0, 0, 0, 0)));
}

TEST_CASE("Parts recorded more coarsely than the plan asks count as missing")
{
    TemporaryFolder const folder;
    Plan const plan = sample_plan();
    PartStore const store(folder.path());
    write_sample_parts(plan, store);
    Part part = sample_part(plan, planned_parts(plan)[0]);
    part.shape = {.periods = 2, .localities = 2};
    for (RunResult& run : part.runs)
        run.record = coarsened(run.record, part.shape);
    store.write(part);

    CHECK_FALSE(store.has(part.key, monthly_shape(plan.axes)));
    CHECK(store.has(part.key, {.periods = 2, .localities = 1}));
    CHECK_THROWS_WITH(assemble(plan, store, folder / "r.h5"), Catch::Contains("more coarsely"));
}
