#pragma once

#include "analysis/parts_plan.hpp"
#include "runners/replicate.hpp"

#include <functional>
#include <map>
#include <mutex>
#include <span>
#include <vector>

namespace caremarket
{

/// Gathers runs, which come in any order from many threads, into parts. The thread that brings the last run of a part
/// hands it on, so that what waits in memory is bounded by the parts begun.
class PartCollector
{
public:
    /// \param wanted parts of `plan`; runs of others are not expected
    PartCollector(Plan const& plan, std::span<PlannedPart const> wanted);

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
    };

    Plan const& plan_;
    std::mutex mutex_;
    std::map<RunName, Gathering> parts_; // by the first run of each
};

/// The replicates of the parts, in the order in which they complete one part after another.
/// \param starts for each outlook the first that begins alike; empty: none does
[[nodiscard]] std::vector<ReplicateTask> tasks_of(std::span<PlannedPart const> parts,
                                                  std::span<std::size_t const> starts = {});

} // namespace caremarket
