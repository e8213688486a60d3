#pragma once

#include "runners/ensemble.hpp"
#include "runners/event_files.hpp"
#include "runners/progress.hpp"

#include <string>
#include <vector>

namespace caremarket
{

/// What counts as there.
struct PartsWanted
{
    EventFiles const* events = nullptr; ///< not null: a part whose runs lack their files of decisions is missing
    bool retries_failed = false;        ///< runs that failed are missing
};

/// A part of a plan, as far as it is there.
struct PartFound
{
    PartToRun rest;              ///< what is still to run of it
    std::vector<RunResult> runs; ///< its first ones, those that failed included; fewer than planned if it was begun so
    std::string problem;         ///< a sentence when it is damaged, else empty
    [[nodiscard]] bool is_whole() const { return rest.replicates.empty(); }
};

/// Looks whether a part of the plan is there, whole, and recorded as it asks. Of one that was begun with fewer
/// replicates only the others are missing.
[[nodiscard]] PartFound part_found(Plan const& plan, PlannedPart const& planned, PartStore const& store,
                                   PartsWanted const& wanted);

/// Parts of a plan by whether they are there.
struct PartsFound
{
    std::vector<PartToRun> missing;    ///< damaged ones too
    std::vector<std::string> problems; ///< of damaged ones, a sentence each
    std::size_t runs_there = 0, runs_missing = 0;
    [[nodiscard]] std::size_t runs() const { return runs_there + runs_missing; }
};

/// The same of many parts, without their runs.
[[nodiscard]] PartsFound parts_found(Plan const& plan, std::vector<PlannedPart> const& parts, PartStore const& store,
                                     PartsWanted const& wanted);

/// The runs of a part that was found. \throws ResultsFileError when it has gone since
[[nodiscard]] std::vector<RunResult> runs_of_part(PartStore const& store, PartKey const& key);

/// Where the runs of a plan go, and how they are made.
struct RunsInto
{
    Plan const& plan;
    PartStore const& store;
    int threads = 1;
    ProgressStyle progress = ProgressStyle::none;
};

/// Runs what was found missing, until done or interrupted by a signal that an InterruptionWatch saw. Tells of damaged parts
/// and of progress on standard error.
/// \param ensemble how replicates run; where runs come from and go to is filled in, and its `report` and `should_stop`,
///     if it has them, are asked besides
/// \throws ResultsFileError when a part cannot be written; those written before stay
[[nodiscard]] EnsembleEnd run_missing(PartsFound const& found, Ensemble ensemble, RunsInto const& into);

/// How missing parts of an experiment are run.
struct PartsRun
{
    LoadedExperiment const& loaded;
    Plan const& plan;
    PartStore const& store;
    int threads = 1;
    ProgressStyle progress = ProgressStyle::none;
    EventFiles const* events = nullptr; ///< null: decisions are not kept
};

/// Runs what is missing of the plan of one experiment, as run_missing does.
[[nodiscard]] EnsembleEnd run_missing_parts(PartsRun const& how);

} // namespace caremarket
