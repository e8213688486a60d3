#include "runners/part_collector.hpp"

#include "analysis/results_file_layout.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace caremarket
{

std::vector<PartToRun> to_run_whole(std::vector<PlannedPart> const& parts)
{
    std::vector<PartToRun> result;
    for (PlannedPart const& planned : parts)
    {
        std::vector<std::size_t> replicates(planned.key.count);
        std::iota(replicates.begin(), replicates.end(), planned.key.first_replicate);
        result.push_back({.planned = planned, .replicates = std::move(replicates)});
    }
    return result;
}

PartCollector::PartCollector(Plan const& plan, std::span<PartToRun const> wanted, RunsOfPart runs_of)
    : plan_(plan), runs_of_(std::move(runs_of))
{
    for (PartToRun const& to_run : wanted)
    {
        PlannedPart const& planned = to_run.planned;
        Part part{.key = planned.key,
                  .version = plan.provenance.version,
                  .shape = record_shape(plan.axes, plan.axes.period),
                  .runs = {}};
        parts_.emplace(RunName{planned.outlook, planned.strategy, planned.key.first_replicate, planned.sample},
                       Gathering{std::move(part), to_run.replicates.size(), to_run.begun});
    }
}

/// Runs done at an earlier time come first in a part begun: it is the same part, or one of fewer replicates.
void PartCollector::begin(Gathering& gathering) const
{
    if (gathering.begun)
        gathering.part.runs = runs_of_(*gathering.begun);
    gathering.part.runs.resize(gathering.part.key.count);
}

std::vector<Part> PartCollector::add(ReplicateTask const& task, std::vector<RunResult> results)
{
    std::size_t const first = task.replicate - task.replicate % plan_.replicates_per_part;
    std::vector<Part> complete;
    std::lock_guard const lock(mutex_);
    for (std::size_t i = 0; i < task.cells.size(); ++i)
    {
        auto const at = parts_.find({task.cells[i].outlook, task.cells[i].strategy, first, task.sample});
        Gathering& gathering = at->second;
        if (gathering.part.runs.empty())
            begin(gathering);
        gathering.part.runs[task.replicate - first] = std::move(results[i]);
        if (--gathering.absent == 0)
        {
            complete.push_back(std::move(gathering.part));
            parts_.erase(at);
        }
    }
    return complete;
}

std::vector<ReplicateTask> tasks_of(std::span<PartToRun const> parts, std::span<std::size_t const> starts)
{
    std::map<std::size_t, std::size_t> places; // of samples, in the order in which parts name them
    std::map<std::tuple<std::size_t, std::size_t, std::size_t>, ReplicateTask> tasks; // by sample, start and replicate
    for (PartToRun const& to_run : parts)
        for (std::size_t const replicate : to_run.replicates)
        {
            PlannedPart const& part = to_run.planned;
            std::size_t const start = starts.empty() ? part.outlook : starts[part.outlook];
            std::size_t const place = places.try_emplace(part.sample, places.size()).first->second;
            ReplicateTask& task = tasks[{place, start, replicate}];
            task.sample = part.sample;
            task.replicate = replicate;
            task.cells.push_back({part.outlook, part.strategy});
        }
    std::vector<ReplicateTask> in_order;
    for (auto& [key, task] : tasks)
    {
        std::sort(task.cells.begin(), task.cells.end());
        in_order.push_back(std::move(task));
    }
    return in_order;
}

} // namespace caremarket
