#include "runners/missing_parts.hpp"

#include "runners/sweep_status.hpp"
#include "runners/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <mutex>

using namespace caremarket;

namespace
{

/// A plan of one cell whose runs nobody will make in earnest.
Plan made_up_plan(std::size_t replicates)
{
    Plan plan;
    plan.axes = {.outlooks = {"a"},
                 .strategies = {"x"},
                 .replicates = replicates,
                 .first_year = 2016,
                 .years = 1,
                 .locality_codes = {"T1"},
                 .locality_names = {"North"}};
    plan.cell_hashes = {"ax"};
    return plan;
}

/// A run that can be told from others by its number of starts.
RunResult made_up_run(std::size_t number)
{
    RunResult run{.record = Record({12, 1}), .failure = {}};
    run.record.set(Recorded::starts, 0, 0, static_cast<double>(number));
    return run;
}

RunResult failed_run()
{
    return {.record = {}, .failure = "the well ran dry"};
}

/// The folder of a sweep, and parts written into it.
struct Written
{
    TemporaryFolder folder{"parts-test"};
    SweepFolder sweep{folder.path()};
    PartStore store{sweep.parts()};

    Written() { std::filesystem::create_directory(folder.path() / "parts"); }

    void write(Plan const& plan, std::vector<RunResult> runs, std::size_t first = 0) const
    {
        store.write({.key = {.cell_hash = "ax", .first_replicate = first, .count = runs.size()},
                     .version = plan.provenance.version,
                     .shape = {12, 1},
                     .runs = std::move(runs)});
    }
    [[nodiscard]] PartsFound found(Plan const& plan, bool retries_failed) const
    {
        return parts_found(plan, planned_parts(plan), store, {.retries_failed = retries_failed});
    }
};

} // namespace

TEST_CASE("Of a part with fewer replicates only the others are still to run")
{
    Written const written;
    Plan const plan = made_up_plan(15);
    written.write(plan, std::vector<RunResult>(10, made_up_run(1)));
    written.write(plan, {made_up_run(1), made_up_run(1)}, 10);
    PartsFound const found = written.found(plan, false);
    CHECK(found.runs_there == 12);
    CHECK(found.runs_missing == 3);
    REQUIRE(found.missing.size() == 1);
    CHECK(found.missing.front().replicates == std::vector<std::size_t>{12, 13, 14});
    CHECK(found.missing.front().begun->count == 2);
}

TEST_CASE("A part with fewer replicates that is recorded otherwise is of no use")
{
    Written const written;
    Plan plan = made_up_plan(3);
    written.write(plan, {made_up_run(1), made_up_run(1)});
    plan.axes.period = RecordPeriod::year;
    PartsFound const found = written.found(plan, false);
    CHECK(found.runs_there == 0);
    CHECK_FALSE(found.missing.front().begun);
}

TEST_CASE("Failures of a part with fewer replicates are told, and are not among the missing")
{
    Written const written;
    Plan const plan = made_up_plan(3);
    written.write(plan, {made_up_run(1), failed_run()});
    SweepStatus const status = status_of(written.sweep, plan);
    CHECK(status.done == 1);
    CHECK(status.missing == 1);
    REQUIRE(status.failed.size() == 1);
    CHECK(status.failed.front().replicate == 1);
    CHECK(status.failed.front().why == "the well ran dry");
}

TEST_CASE("A part that samples share is to be run once, and counts for each of them")
{
    Written const written;
    Plan plan = made_up_plan(3);
    plan.axes.samples.factors = {"outlook.all.inflation"};
    plan.axes.samples.values = {{"0.01"}, {"0.02"}, {"0.03"}};
    plan.cell_hashes = {"ax", "ax", "ax"};
    SweepStatus const before = status_of(written.sweep, plan);
    CHECK(before.missing == 9);
    CHECK(before.to_run == 3);
    written.write(plan, {made_up_run(1), failed_run(), made_up_run(1)});
    SweepStatus const after = status_of(written.sweep, plan);
    CHECK(after.missing == 0);
    CHECK(after.done == 6);
    CHECK(after.failed.size() == 3);
    CHECK(after.failed.back().sample == 2);
    CHECK(after.parts_lately == 1);
}

TEST_CASE("A part that is found comes with its runs and what is still to run of it")
{
    Written const written;
    Plan const plan = made_up_plan(3);
    PlannedPart const planned = planned_parts(plan).front();
    CHECK(part_found(plan, planned, written.store, {}).runs.empty());
    written.write(plan, {made_up_run(1), failed_run()});
    PartFound const begun = part_found(plan, planned, written.store, {.retries_failed = true});
    REQUIRE(begun.runs.size() == 2);
    CHECK(begun.runs.back().has_failed());
    CHECK(begun.rest.replicates == std::vector<std::size_t>{1, 2});
    CHECK_FALSE(begun.is_whole());
    CHECK(begun.problem.empty());
}

TEST_CASE("Runs that failed are missing only where they are to be run again")
{
    Written const written;
    Plan const plan = made_up_plan(3);
    written.write(plan, {made_up_run(1), failed_run(), made_up_run(1)});
    CHECK(written.found(plan, false).missing.empty());
    CHECK(written.found(plan, false).runs_there == 3);
    PartsFound const found = written.found(plan, true);
    REQUIRE(found.missing.size() == 1);
    CHECK(found.missing.front().replicates == std::vector<std::size_t>{1});
}

TEST_CASE("What was begun is completed by the runs that lack, and by no others", "[threads]")
{
    Written const written;
    Plan const plan = made_up_plan(5);
    written.write(plan, {made_up_run(100), failed_run(), made_up_run(102)});
    std::mutex mutex;
    std::vector<std::size_t> run;
    Ensemble const ensemble{.run =
                                [&](ReplicateTask const& task, ForEachBlock const&)
                            {
                                std::lock_guard const lock(mutex);
                                run.push_back(task.replicate);
                                return std::vector<RunResult>{made_up_run(200 + task.replicate)};
                            },
                            .runs_of = [&](PartKey const& key) { return runs_of_part(written.store, key); },
                            .keep = [&](Part const& part) { written.store.write(part); }};
    CHECK(run_ensemble(ensemble, plan, written.found(plan, true).missing, 2) == EnsembleEnd::complete);
    std::sort(run.begin(), run.end());
    CHECK(run == std::vector<std::size_t>{1, 3, 4});
    PartRead const read = written.store.read(planned_parts(plan).front().key);
    REQUIRE(read.part);
    std::vector<double> numbers;
    for (RunResult const& result : read.part->runs)
        numbers.push_back(result.record.series(Recorded::starts).front());
    CHECK(numbers == std::vector<double>{100, 201, 102, 203, 204});
    CHECK(written.found(plan, true).missing.empty());
}

TEST_CASE("Replicates that may not begin are left out, and their parts are not written")
{
    Plan const plan = made_up_plan(15);
    std::size_t kept = 0;
    Ensemble const ensemble{.run = [](ReplicateTask const& task, ForEachBlock const&)
                            { return std::vector<RunResult>{made_up_run(task.replicate)}; },
                            .keep = [&](Part const&) { ++kept; },
                            .may_begin = [](ReplicateTask const& task) { return task.replicate < 12; }};
    CHECK(run_ensemble(ensemble, plan, to_run_whole(planned_parts(plan)), 1) == EnsembleEnd::interrupted);
    CHECK(kept == 1);
}
