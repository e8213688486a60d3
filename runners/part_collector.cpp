#include "runners/part_collector.hpp"

#include "analysis/results_file_layout.hpp"

#include <algorithm>
#include <utility>

namespace caremarket
{

PartCollector::PartCollector(Plan const& plan, std::span<PlannedPart const> wanted) : plan_(plan)
{
    for (PlannedPart const& planned : wanted)
    {
        Part part{.key = planned.key,
                  .version = plan.provenance.version,
                  .shape = record_shape(plan.axes, plan.axes.period),
                  .runs = {}};
        parts_.emplace(RunName{planned.outlook, planned.strategy, planned.key.first_replicate},
                       Gathering{std::move(part), planned.key.count});
    }
}

std::vector<Part> PartCollector::add(ReplicateTask const& task, std::vector<RunResult> results)
{
    std::size_t const first = task.replicate - task.replicate % plan_.replicates_per_part;
    std::vector<Part> complete;
    std::lock_guard const lock(mutex_);
    for (std::size_t i = 0; i < task.cells.size(); ++i)
    {
        auto const at = parts_.find({task.cells[i].outlook, task.cells[i].strategy, first});
        Gathering& gathering = at->second;
        gathering.part.runs.resize(gathering.part.key.count);
        gathering.part.runs[task.replicate - first] = std::move(results[i]);
        if (--gathering.absent == 0)
        {
            complete.push_back(std::move(gathering.part));
            parts_.erase(at);
        }
    }
    return complete;
}

std::vector<ReplicateTask> tasks_of(std::span<PlannedPart const> parts, std::span<std::size_t const> starts)
{
    std::map<std::pair<std::size_t, std::size_t>, ReplicateTask> tasks; // by start and replicate
    for (PlannedPart const& part : parts)
        for (std::size_t i = 0; i < part.key.count; ++i)
        {
            std::size_t const replicate = part.key.first_replicate + i;
            std::size_t const start = starts.empty() ? part.outlook : starts[part.outlook];
            ReplicateTask& task = tasks[{start, replicate}];
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
