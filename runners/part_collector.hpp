#pragma once

#include "analysis/parts_plan.hpp"
#include "runners/replicate.hpp"

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace caremarket
{

/// A part of which runs are still to come.
struct PartToRun
{
    PlannedPart planned;
    std::vector<std::size_t> replicates; ///< still to be run; of the experiment's, in order
    std::optional<PartKey> begun = {};   ///< a part on the disk that has the others
};

/// Parts of which every run is still to come.
[[nodiscard]] std::vector<PartToRun> to_run_whole(std::vector<PlannedPart> const& parts);

/// The runs of a part on the disk.
using RunsOfPart = std::function<std::vector<RunResult>(PartKey const&)>;

/// Gathers runs, which come in any order from many threads, into parts. The thread that brings the last run of a part
/// hands it on, so that what waits in memory is bounded by the parts begun.
class PartCollector
{
public:
    /// \param wanted parts of `plan`; runs of others are not expected
    /// \param runs_of asked for each part begun, when the first of its runs comes; may be empty if none is
    PartCollector(Plan const& plan, std::span<PartToRun const> wanted, RunsOfPart runs_of = {});

    /// Takes the runs of a replicate. \return the parts that are complete with them
    /// \param results by task.strategies
    [[nodiscard]] std::vector<Part> add(ReplicateTask const& task, std::vector<RunResult> results);

    /// Whether all parts have been handed on. \pre no thread is adding
    [[nodiscard]] bool is_empty() const { return parts_.empty(); }

private:
    struct Gathering
    {
        Part part;
        std::size_t absent = 0; ///< runs still to come
        std::optional<PartKey> begun;
    };

    void begin(Gathering& gathering) const;

    Plan const& plan_;
    RunsOfPart runs_of_;
    std::mutex mutex_;
    std::map<RunName, Gathering> parts_; // by the first run of each
};

/// The replicates of the parts, in the order in which they complete one part after another.
/// \param starts for each outlook the first that begins alike; empty: none does
[[nodiscard]] std::vector<ReplicateTask> tasks_of(std::span<PartToRun const> parts,
                                                  std::span<std::size_t const> starts = {});

} // namespace caremarket
