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

/// A part of the same runs but fewer, recorded as finely: what was left when there were to be fewer replicates.
std::optional<Part> shorter_part(PartStore const& store, PartKey key, RecordShape shape)
{
    while (--key.count > 0)
        if (std::error_code error; std::filesystem::exists(store.path_of(key), error))
            if (PartRead read = store.read(key); read.part && read.part->shape == shape)
                return std::move(read.part);
    return std::nullopt;
}

/// What is still to run of a part of which these runs are there already.
PartToRun rest_of(PlannedPart const& planned, Part const& begun, bool retries_failed)
{
    PartToRun rest{.planned = planned, .replicates = {}, .begun = begun.key};
    for (std::size_t i = 0; i < planned.key.count; ++i)
        if (i >= begun.runs.size() || (retries_failed && begun.runs[i].has_failed()))
            rest.replicates.push_back(planned.key.first_replicate + i);
    return rest;
}

} // namespace

PartFound part_found(Plan const& plan, PlannedPart const& planned, PartStore const& store, PartsWanted const& wanted)
{
    RecordShape const shape = record_shape(plan.axes, plan.axes.period);
    PartRead read = store.read(planned.key);
    PartFound found{.rest = {}, .runs = {}, .problem = problem_of(read, store, planned.key)};
    std::optional<Part> begun;
    if (has_all_events(planned, wanted.events))
        begun = read.part && read.part->shape == shape ? std::move(read.part) : shorter_part(store, planned.key, shape);
    if (!begun)
    {
        found.rest = to_run_whole({planned}).front();
        return found;
    }
    found.rest = rest_of(planned, *begun, wanted.retries_failed);
    found.runs = std::move(begun->runs);
    return found;
}

PartsFound parts_found(Plan const& plan, std::vector<PlannedPart> const& parts, PartStore const& store,
                       PartsWanted const& wanted)
{
    PartsFound all;
    for (PlannedPart const& planned : parts)
    {
        PartFound found = part_found(plan, planned, store, wanted);
        if (!found.problem.empty())
            all.problems.push_back(std::move(found.problem));
        all.runs_missing += found.rest.replicates.size();
        all.runs_there += planned.key.count - found.rest.replicates.size();
        if (!found.is_whole())
            all.missing.push_back(std::move(found.rest));
    }
    return all;
}

std::vector<RunResult> runs_of_part(PartStore const& store, PartKey const& key)
{
    PartRead read = store.read(key);
    if (!read.part)
        throw ResultsFileError(read.problem);
    return std::move(read.part->runs);
}

EnsembleEnd run_missing(PartsFound const& found, Ensemble ensemble, RunsInto const& into)
{
    for (std::string const& problem : found.problems)
        fmt::print(stderr, "caremarket: {}; its runs are run again\n", problem);
    Progress progress(into.progress, stderr, found.runs(), found.runs_there);
    ensemble.runs_of = [&](PartKey const& key) { return runs_of_part(into.store, key); };
    ensemble.keep = [&](Part const& part) { into.store.write(part); };
    ensemble.report = [&, report = std::move(ensemble.report)](std::size_t runs)
    {
        progress.add(runs);
        if (report)
            report(runs);
    };
    ensemble.should_stop = [must_stop = std::move(ensemble.should_stop)]
    { return InterruptionWatch::is_interrupted() || (must_stop && must_stop()); };
    return run_ensemble(ensemble, into.plan, found.missing, into.threads);
}

EnsembleEnd run_missing_parts(PartsRun const& how)
{
    BoundExperiment const experiment(how.loaded);
    RecordShape const shape = record_shape(how.plan.axes, how.plan.axes.period);
    OpenDecisionSink open_sink;
    if (how.events != nullptr)
        open_sink = [&how](RunName const& run) { return how.events->open(run); };
    Ensemble ensemble{.run = [&](ReplicateTask const& task, ForEachBlock const& for_each_block)
                      { return run_replicate(experiment, task, shape, for_each_block, open_sink); },
                      .starts = experiment.starts(),
                      .keep = {}};
    return run_missing(parts_found(how.plan, planned_parts(how.plan), how.store, {.events = how.events}),
                       std::move(ensemble),
                       {.plan = how.plan, .store = how.store, .threads = how.threads, .progress = how.progress});
}

} // namespace caremarket
