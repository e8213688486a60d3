#include "runners/missing_parts.hpp"

#include "analysis/results_file_layout.hpp"
#include "runners/interruption.hpp"

#include <fmt/format.h>

#include <system_error>

namespace caremarket
{

namespace
{

bool has_all_events(PlannedPart const& planned, EventFiles const* events)
{
    if (events == nullptr)
        return true;
    for (std::size_t i = 0; i < planned.key.count; ++i)
        if (!events->has({planned.outlook, planned.strategy, planned.key.first_replicate + i}))
            return false;
    return true;
}

/// Why a part that is on the disk is of no use; empty if it is, or is not there at all.
std::string problem_of(PartRead const& read, PartStore const& store, PartKey const& key)
{
    std::error_code error;
    return !read.part && std::filesystem::exists(store.path_of(key), error) ? read.problem : std::string{};
}

} // namespace

PartsFound parts_found(Plan const& plan, PartStore const& store, EventFiles const* events)
{
    RecordShape const shape = record_shape(plan.axes, plan.axes.period);
    PartsFound found;
    for (PlannedPart const& planned : planned_parts(plan))
    {
        PartRead const read = store.read(planned.key);
        if (std::string problem = problem_of(read, store, planned.key); !problem.empty())
            found.problems.push_back(std::move(problem));
        bool const is_there = read.part && read.part->shape == shape && has_all_events(planned, events);
        (is_there ? found.runs_there : found.runs_missing) += planned.key.count;
        if (!is_there)
            found.missing.push_back(planned);
    }
    return found;
}

EnsembleEnd run_missing_parts(PartsRun const& how)
{
    PartsFound const found = parts_found(how.plan, how.store, how.events);
    for (std::string const& problem : found.problems)
        fmt::print(stderr, "caremarket: {}; its runs are run again\n", problem);

    BoundExperiment const experiment(how.loaded);
    RecordShape const shape = record_shape(how.plan.axes, how.plan.axes.period);
    OpenDecisionSink open_sink;
    if (how.events != nullptr)
        open_sink = [&how](RunName const& run) { return how.events->open(run); };

    Progress progress(how.progress, stderr, found.runs_there + found.runs_missing, found.runs_there);
    Ensemble const ensemble{
        .run = [&](ReplicateTask const& task, ForEachBlock const& for_each_block)
        { return run_replicate(experiment, task, shape, for_each_block, open_sink); },
        .starts = experiment.starts(),
        .keep = [&](Part const& part) { how.store.write(part); },
        .report = [&](std::size_t runs) { progress.add(runs); },
        .should_stop = InterruptionWatch::is_interrupted,
    };
    return run_ensemble(ensemble, how.plan, found.missing, how.threads);
}

} // namespace caremarket
