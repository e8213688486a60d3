#include "runners/commands/run.hpp"

#include "analysis/results_file.hpp"
#include "runners/exit_code.hpp"
#include "runners/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

namespace
{

LoadedExperiment experiment_of_one_year()
{
    auto loaded = load_experiment(Library{{CAREMARKET_SOURCE_DIR "/scenarios"}}, "cambridgeshire-2016",
                                  {"experiment.years=1", "experiment.replicates=2"});
    REQUIRE(loaded.has_value());
    return std::move(*loaded.value);
}

/// Parts as a run would leave them, in which the second replicate of every strategy under every outlook has failed.
void write_parts_with_failures(Plan const& plan, PartStore const& store)
{
    std::filesystem::create_directory(store.folder());
    write_plan(plan_path(store.folder()), plan);
    RecordShape const shape{.periods = 12, .localities = plan.axes.locality_codes.size()};
    for (PlannedPart const& planned : planned_parts(plan))
        store.write(
            {.key = planned.key,
             .version = "0",
             .shape = shape,
             .runs = {{.record = Record(shape), .failure = {}}, {.record = {}, .failure = "the well ran dry"}}});
}

} // namespace

TEST_CASE("Failed runs are marked in the file, and the exit code tells of them")
{
    TemporaryFolder const folder("run-test");
    std::string const output = folder.path() / "R.h5";
    Plan const plan = plan_of(experiment_of_one_year(), {}, "");
    write_parts_with_failures(plan, PartStore(output + ".parts"));

    RunRequest request{.experiment = CAREMARKET_SOURCE_DIR "/scenarios/experiments/cambridgeshire-2016.toml",
                       .output = output,
                       .set = {"experiment.years=1", "experiment.replicates=2"},
                       .if_there = IfThere::resume,
                       .progress = ProgressStyle::none};
    CHECK(run(request) == exit_failed);
    ResultsFile const file(output);
    CHECK(file.state(1, 1, 0) == CellState::done);
    CHECK(file.state(1, 1, 1) == CellState::failed);
    CHECK(file.failure(1, 1, 1) == "the well ran dry");
    CHECK_FALSE(std::filesystem::exists(output + ".parts"));
    CHECK(run(request) == exit_failed); // already there, and still so
}
