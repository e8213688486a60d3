#pragma once

#include "analysis/parts_plan.hpp"
#include "model/for_each_block.hpp"
#include "runners/part_collector.hpp"
#include "runners/replicate.hpp"

#include <cstdint>
#include <functional>
#include <vector>

/// Runs replicates on many threads. The only place, with parallel_for.hpp and parallel_blocks, that
/// knows oneTBB.
namespace caremarket
{

/// What an ensemble is to do, and with whom it speaks meanwhile. All functions are called from many threads at once.
struct Ensemble
{
    /// Runs one replicate; see run_replicate().
    std::function<std::vector<RunResult>(ReplicateTask const&, ForEachBlock const&)> run;
    /// For each outlook the first that begins alike (BoundExperiment::starts): these share the market of week 0. Empty:
    /// none does.
    std::vector<std::size_t> starts = {};
    /// Gives the runs of a part begun at an earlier time; may be empty if there is none.
    RunsOfPart runs_of = {};
    /// Takes a part as soon as its last run is there. An exception ends the ensemble.
    std::function<void(Part const&)> keep;
    /// Told how many runs have just come to an end; may be empty.
    std::function<void(std::size_t runs)> report = {};
    /// Asked before each replicate whether it may begin still; those that may not are left out. Empty: all may.
    std::function<bool(ReplicateTask const&)> may_begin = {};
    /// Asked before each replicate; when it says yes, those under way are finished and no other begins. May be empty.
    std::function<bool()> should_stop = {};
};

enum class EnsembleEnd : std::uint8_t
{
    complete,
    interrupted ///< parts that were not complete are lost, and will be run again
};

/// Runs what the parts need. The same parts, bit for bit, on any number of threads.
/// \param parts of `plan`
/// \throws what `keep` throws, after the replicates under way
EnsembleEnd run_ensemble(Ensemble const& ensemble, Plan const& plan, std::vector<PartToRun> const& parts, int threads);

/// Tasks 0, 1, 2 … that do not know each other, and with whom they speak. Functions are called from many threads at once.
struct Tasks
{
    std::size_t count = 0;
    /// Does one. An exception ends them all.
    std::function<void(std::size_t task, ForEachBlock const&)> act;
    /// Asked before each task; when it says yes, those under way are finished and no other begins. May be empty.
    std::function<bool()> should_stop = {};
};

/// Does the tasks, handed out one by one in order; once threads stand idle, blocks of a run may go over all of them.
/// \return whether all were done. \throws what a task throws, after the others under way
bool work_through(Tasks const& tasks, int threads);

/// Threads the hardware runs at once and this process may use.
[[nodiscard]] int usable_threads();

} // namespace caremarket
