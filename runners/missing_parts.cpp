#include "runners/missing_parts.hpp"

#include "analysis/results_file_layout.hpp"
#include "runners/interruption.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
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

namespace
{

/// A part of the same runs but fewer, recorded as finely: what was left when there were to be fewer replicates.
std::optional<PartKey> shorter_part(PartStore const& store, PartKey key, RecordShape shape)
{
    while (--key.count > 0)
        if (std::error_code error; std::filesystem::exists(store.path_of(key), error))
            if (PartRead const read = store.read(key); read.part && read.part->shape == shape)
                return key;
    return std::nullopt;
}

/// What is still to run of a part, of which these runs are there already.
PartToRun rest_of(PlannedPart const& planned, PartKey const& begun, std::vector<RunResult> const& runs,
                  bool retries_failed)
{
    PartToRun rest{.planned = planned, .replicates = {}, .begun = begun};
    for (std::size_t i = 0; i < planned.key.count; ++i)
        if (i >= runs.size() || (retries_failed && runs[i].has_failed()))
            rest.replicates.push_back(planned.key.first_replicate + i);
    return rest;
}

std::size_t failed_in(std::vector<RunResult> const& runs)
{
    return static_cast<std::size_t>(std::ranges::count_if(runs, &RunResult::has_failed));
}

PartToRun still_to_run(PlannedPart const& planned, PartStore const& store, RecordShape shape, PartRead const& read,
                       PartsWanted const& wanted)
{
    if (!has_all_events(planned, wanted.events))
        return to_run_whole({planned}).front();
    if (read.part && read.part->shape == shape)
        return rest_of(planned, planned.key, read.part->runs, wanted.retries_failed);
    if (auto const begun = shorter_part(store, planned.key, shape))
        return rest_of(planned, *begun, runs_of_part(store, *begun), wanted.retries_failed);
    return to_run_whole({planned}).front();
}

} // namespace

PartsFound parts_found(Plan const& plan, std::vector<PlannedPart> const& parts, PartStore const& store,
                       PartsWanted const& wanted)
{
    RecordShape const shape = record_shape(plan.axes, plan.axes.period);
    PartsFound found;
    for (PlannedPart const& planned : parts)
    {
        PartRead const read = store.read(planned.key);
        if (std::string problem = problem_of(read, store, planned.key); !problem.empty())
            found.problems.push_back(std::move(problem));
        PartToRun to_run = still_to_run(planned, store, shape, read, wanted);
        if (to_run.begun)
            found.runs_failed += failed_in(runs_of_part(store, *to_run.begun));
        found.runs_missing += to_run.replicates.size();
        found.runs_there += planned.key.count - to_run.replicates.size();
        if (!to_run.replicates.empty())
            found.missing.push_back(std::move(to_run));
    }
    return found;
}

std::vector<RunResult> runs_of_part(PartStore const& store, PartKey const& key)
{
    PartRead read = store.read(key);
    if (!read.part)
        throw ResultsFileError(read.problem);
    return std::move(read.part->runs);
}

EnsembleEnd run_missing_parts(PartsRun const& how)
{
    PartsFound const found = parts_found(how.plan, planned_parts(how.plan), how.store, {.events = how.events});
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
        .runs_of = [&](PartKey const& key) { return runs_of_part(how.store, key); },
        .keep = [&](Part const& part) { how.store.write(part); },
        .report = [&](std::size_t runs) { progress.add(runs); },
        .should_stop = InterruptionWatch::is_interrupted,
    };
    return run_ensemble(ensemble, how.plan, found.missing, how.threads);
}

} // namespace caremarket
