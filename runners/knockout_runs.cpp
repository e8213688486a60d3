#include "runners/knockout_runs.hpp"

#include "runners/ensemble.hpp"
#include "runners/replicate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>

namespace caremarket
{

namespace
{

constexpr std::size_t failures_kept = 10;

/// A replicate of one model, under outlooks that begin alike.
struct ModelTask
{
    std::size_t model = 0;
    ReplicateTask replicate;
};

/// The runs of one replicate together, model by model, so that what is done first is whole futures.
std::vector<ModelTask> tasks_of(std::vector<BoundExperiment> const& models, Experiment const& experiment)
{
    std::vector<ModelTask> tasks;
    for (int replicate = 0; replicate < experiment.replicates; ++replicate)
        for (std::size_t model = 0; model < models.size(); ++model)
        {
            std::vector<std::size_t> const& starts = models[model].starts();
            for (std::size_t start = 0; start < starts.size(); ++start)
            {
                ModelTask task{model, {.replicate = static_cast<std::size_t>(replicate), .cells = {}}};
                for (std::size_t outlook = start; outlook < starts.size(); ++outlook)
                    for (std::size_t strategy = 0; starts[outlook] == start && strategy < 2; ++strategy)
                        task.replicate.cells.push_back({outlook, strategy});
                if (!task.replicate.cells.empty())
                    tasks.push_back(std::move(task));
            }
        }
    return tasks;
}

/// Takes the measures of runs from many threads.
class Measurer
{
public:
    Measurer(KnockoutRuns const& how, Experiment const& experiment)
        : how_(how),
          measured_{.models = std::vector<MeasuredRuns>(
                        how.models.size(),
                        MeasuredRuns(experiment.outlooks.size(), static_cast<std::size_t>(experiment.replicates))),
                    .failed = 0,
                    .failures = {}}
    {}

    void take(ModelTask const& task, std::vector<RunResult> const& results)
    {
        for (std::size_t i = 0; i < results.size(); ++i)
            if (results[i].has_failed())
                note_failure(task, task.replicate.cells[i], results[i].failure);
            else
                measured_.models[task.model].at(task.replicate.cells[i].outlook, side(task.replicate.cells[i]),
                                                task.replicate.replicate) = measures_of(results[i].record);
    }

    [[nodiscard]] KnockoutMeasured taken() && { return std::move(measured_); }

private:
    [[nodiscard]] MeasuredRuns::Of side(ReplicateTask::Cell const& cell) const
    {
        return cell.strategy == how_.baseline ? MeasuredRuns::Of::baseline : MeasuredRuns::Of::strategy;
    }

    void note_failure(ModelTask const& task, ReplicateTask::Cell const& cell, std::string const& why)
    {
        Experiment const& experiment = how_.models[task.model].experiment;
        std::lock_guard const lock(mutex_);
        ++measured_.failed;
        if (measured_.failures.size() < failures_kept)
            measured_.failures.push_back(fmt::format("{}, {}, replicate {}: {}", experiment.outlooks[cell.outlook],
                                                     experiment.strategies[cell.strategy], task.replicate.replicate,
                                                     why));
    }

    KnockoutRuns const& how_;
    std::mutex mutex_;
    KnockoutMeasured measured_;
};

} // namespace

std::optional<KnockoutMeasured> run_knockouts(KnockoutRuns const& how)
{
    Experiment const& experiment = how.models.front().experiment;
    std::vector<BoundExperiment> const bound(how.models.begin(), how.models.end());
    std::vector<ModelTask> const tasks = tasks_of(bound, experiment);
    RecordShape const shape{.periods = std::size_t{12} * static_cast<std::size_t>(experiment.years), .localities = 1};
    std::size_t const runs =
        how.models.size() * experiment.outlooks.size() * 2 * static_cast<std::size_t>(experiment.replicates);

    Measurer measurer(how, experiment);
    Progress progress(how.progress, stderr, runs, 0);
    auto const run_task = [&](std::size_t i, ForEachBlock const& for_each_block)
    {
        ModelTask const& task = tasks[i];
        measurer.take(task, run_replicate(bound[task.model], task.replicate, shape, for_each_block));
        progress.add(task.replicate.cells.size());
    };
    if (!work_through({.count = tasks.size(), .act = run_task, .should_stop = how.should_stop}, how.threads))
        return std::nullopt;
    return std::move(measurer).taken();
}

} // namespace caremarket
