#include "runners/ensemble.hpp"

#include "runners/experiment_plan.hpp"
#include "runners/parallel_blocks.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <map>
#include <mutex>
#include <stdexcept>
#include <utility>

using namespace caremarket;

namespace
{

/// The library's own experiment, cut short; to two of its strategies, too, where a run takes twenty times as long.
LoadedExperiment short_experiment()
{
    Library const library{{CAREMARKET_SOURCE_DIR "/scenarios"}};
    auto loaded = load_experiment(library, "cambridgeshire-2016", {"experiment.years=1", "experiment.replicates=2"});
    REQUIRE(loaded.has_value());
#ifdef __SANITIZE_THREAD__
    loaded = with_strategies(std::move(*loaded.value), {"sliding-scale"}); // and the baseline
    REQUIRE(loaded.has_value());
#endif
    return std::move(*loaded.value);
}

/// Keeps parts in memory, from any thread.
class PartKeeper
{
public:
    void keep(Part const& part)
    {
        std::lock_guard const lock(mutex_);
        REQUIRE(parts_.emplace(std::pair{part.key.cell_hash, part.key.first_replicate}, part).second);
    }
    [[nodiscard]] auto const& parts() const { return parts_; }

private:
    std::mutex mutex_;
    std::map<std::pair<std::string, std::size_t>, Part> parts_;
};

/// A plan of two outlooks and two strategies whose runs nobody will make in earnest.
Plan made_up_plan(std::size_t replicates)
{
    Plan plan;
    plan.axes = {.outlooks = {"a", "b"},
                 .strategies = {"x", "y"},
                 .replicates = replicates,
                 .first_year = 2016,
                 .years = 1,
                 .locality_codes = {"T1"},
                 .locality_names = {"North"}};
    plan.cell_hashes = {"ax", "ay", "bx", "by"};
    return plan;
}

std::vector<RunResult> made_up_runs(ReplicateTask const& task)
{
    return std::vector<RunResult>(task.cells.size(), {.record = Record({12, 1}), .failure = {}});
}

} // namespace

TEST_CASE("Runs have the same bits on any number of threads", "[threads]")
{
    LoadedExperiment const loaded = short_experiment();
    Plan const plan = plan_of(loaded, {}, "");
    BoundExperiment const bound(loaded);
    RecordShape const shape{.periods = 12, .localities = plan.axes.locality_codes.size()};

    std::map<int, PartKeeper> kept;
    for (int const threads : {1, 2, 7})
    {
        PartKeeper& keeper = kept[threads];
        // At seven, the blocks of every run are on all threads, whether that is worth it or not.
        Ensemble const ensemble{
            .run = [&](ReplicateTask const& task, ForEachBlock const& for_each_block)
            { return run_replicate(bound, task, shape, threads == 7 ? parallel_blocks() : for_each_block); },
            .keep = [&](Part const& part) { keeper.keep(part); }};
        CHECK(run_ensemble(ensemble, plan, to_run_whole(planned_parts(plan)), threads) == EnsembleEnd::complete);
    }
    CHECK(kept[1].parts().size() == plan.cell_hashes.size());
    CHECK(kept[1].parts() == kept[2].parts());
    CHECK(kept[1].parts() == kept[7].parts());
    CHECK(kept[1].parts().begin()->second.runs.at(0) != kept[1].parts().begin()->second.runs.at(1));
}

TEST_CASE("Outlooks that begin alike share their market of week 0 and change nothing by it", "[threads]")
{
    LoadedExperiment const loaded = short_experiment();
    Plan const plan = plan_of(loaded, {}, "");
    BoundExperiment const bound(loaded);
    RecordShape const shape{.periods = 12, .localities = plan.axes.locality_codes.size()};
    // Higher wages and a squeezed labour market come later; other demand is there from the first day.
    REQUIRE(bound.starts() == std::vector<std::size_t>{0, 0, 2, 3, 0});

    std::map<bool, PartKeeper> kept;
    for (bool const shared : {false, true})
    {
        PartKeeper& keeper = kept[shared];
        Ensemble ensemble{.run = [&](ReplicateTask const& task, ForEachBlock const& for_each_block)
                          { return run_replicate(bound, task, shape, for_each_block); },
                          .keep = [&](Part const& part) { keeper.keep(part); }};
        if (shared)
            ensemble.starts = bound.starts();
        CHECK(run_ensemble(ensemble, plan, to_run_whole(planned_parts(plan)), 2) == EnsembleEnd::complete);
    }
    CHECK(kept[false].parts().size() == plan.cell_hashes.size());
    CHECK(kept[false].parts() == kept[true].parts());
}

TEST_CASE("Only missing parts are run, every replicate once with all strategies that lack it", "[threads]")
{
    Plan const plan = made_up_plan(25);
    std::vector<PlannedPart> parts = planned_parts(plan);
    parts.erase(parts.begin()); // strategy x of outlook a has its first ten
    std::mutex mutex;
    std::vector<ReplicateTask> tasks;
    PartKeeper keeper;
    Ensemble const ensemble{.run =
                                [&](ReplicateTask const& task, ForEachBlock const&)
                            {
                                std::lock_guard const lock(mutex);
                                tasks.push_back(task);
                                return made_up_runs(task);
                            },
                            .keep = [&](Part const& part) { keeper.keep(part); }};
    CHECK(run_ensemble(ensemble, plan, to_run_whole(parts), 3) == EnsembleEnd::complete);
    CHECK(keeper.parts().size() == parts.size());
    CHECK(keeper.parts().at({"by", 20}).runs.size() == 5);
    REQUIRE(tasks.size() == 50);
    for (ReplicateTask const& task : tasks)
    {
        std::size_t const outlook = task.cells.front().outlook;
        bool const is_there_already = outlook == 0 && task.replicate < 10;
        std::vector<ReplicateTask::Cell> const lacking{{outlook, 1}};
        std::vector<ReplicateTask::Cell> const both{{outlook, 0}, {outlook, 1}};
        CHECK(task.cells == (is_there_already ? lacking : both));
    }
}

TEST_CASE("A run that fails leaves the others alone", "[threads]")
{
    Plan const plan = made_up_plan(10);
    PartKeeper keeper;
    Ensemble const ensemble{.run =
                                [&](ReplicateTask const& task, ForEachBlock const&)
                            {
                                auto runs = made_up_runs(task);
                                if (task.cells.front().outlook == 1 && task.replicate == 4)
                                    runs[1] = {.record = {}, .failure = "the well ran dry"};
                                return runs;
                            },
                            .keep = [&](Part const& part) { keeper.keep(part); }};
    CHECK(run_ensemble(ensemble, plan, to_run_whole(planned_parts(plan)), 2) == EnsembleEnd::complete);
    for (auto const& [key, part] : keeper.parts())
        for (std::size_t r = 0; r < part.runs.size(); ++r)
            CHECK(part.runs[r].has_failed() == (key.first == "by" && r == 4));
}

TEST_CASE("An interrupted ensemble hands on whole parts and begins no other replicate", "[threads]")
{
    Plan const plan = made_up_plan(100);
    std::atomic<int> begun = 0;
    PartKeeper keeper;
    Ensemble const ensemble{.run =
                                [&](ReplicateTask const& task, ForEachBlock const&)
                            {
                                ++begun;
                                return made_up_runs(task);
                            },
                            .keep = [&](Part const& part) { keeper.keep(part); },
                            .should_stop = [&] { return begun >= 25; }};
    CHECK(run_ensemble(ensemble, plan, to_run_whole(planned_parts(plan)), 2) == EnsembleEnd::interrupted);
    CHECK(begun < 25 + 2);
    CHECK(keeper.parts().size() == 4); // twenty replicates of two strategies
    for (auto const& [key, part] : keeper.parts())
        CHECK(part.runs.size() == 10);
}

TEST_CASE("A part that cannot be kept ends the ensemble", "[threads]")
{
    Plan const plan = made_up_plan(1000);
    std::atomic<int> begun = 0;
    Ensemble const ensemble{.run =
                                [&](ReplicateTask const& task, ForEachBlock const&)
                            {
                                ++begun;
                                return made_up_runs(task);
                            },
                            .keep = [](Part const&) { throw std::runtime_error("the disk is full"); }};
    CHECK_THROWS_WITH(run_ensemble(ensemble, plan, to_run_whole(planned_parts(plan)), 3), "the disk is full");
    CHECK(begun < 100);
}

TEST_CASE("Every run is told of once", "[threads]")
{
    Plan const plan = made_up_plan(50);
    std::atomic<std::size_t> told = 0;
    Ensemble const ensemble{.run = [](ReplicateTask const& task, ForEachBlock const&) { return made_up_runs(task); },
                            .keep = [](Part const&) {},
                            .report = [&](std::size_t runs) { told += runs; }};
    CHECK(run_ensemble(ensemble, plan, to_run_whole(planned_parts(plan)), 7) == EnsembleEnd::complete);
    CHECK(told == 200);
}

// Hidden: only the thread sanitizer's build runs it, and expects its report (tests/CMakeLists.txt). It guards against
// suppressions that hide our own races with oneTBB's.
TEST_CASE("A race in our own code", "[.planted-race]")
{
    int begun = 0;
    Plan const plan = made_up_plan(50);
    Ensemble const ensemble{.run =
                                [&](ReplicateTask const& task, ForEachBlock const&)
                            {
                                ++begun;
                                return made_up_runs(task);
                            },
                            .keep = [](Part const&) {}};
    CHECK(run_ensemble(ensemble, plan, to_run_whole(planned_parts(plan)), 7) == EnsembleEnd::complete);
}
