#pragma once

#include "runners/ensemble.hpp"
#include "runners/event_files.hpp"
#include "runners/progress.hpp"

#include <string>
#include <vector>

namespace caremarket
{

/// Parts of a plan by whether they are there.
struct PartsFound
{
    std::vector<PlannedPart> missing;  ///< damaged ones too
    std::vector<std::string> problems; ///< of damaged ones, a sentence each
    std::size_t runs_there = 0, runs_missing = 0;
};

/// Looks which parts of the plan are there, whole, and recorded as it asks.
/// \param events not null: a part whose runs lack their files of decisions counts as missing
[[nodiscard]] PartsFound parts_found(Plan const& plan, PartStore const& store, EventFiles const* events);

/// How missing parts are run.
struct PartsRun
{
    LoadedExperiment const& loaded;
    Plan const& plan;
    PartStore const& store;
    int threads = 1;
    ProgressStyle progress = ProgressStyle::none;
    EventFiles const* events = nullptr; ///< null: decisions are not kept
};

/// Runs what is missing of a plan, until done or interrupted by a signal that an InterruptionWatch saw. Damaged parts are told of.
/// \throws ResultsFileError when a part cannot be written; those written before stay
[[nodiscard]] EnsembleEnd run_missing_parts(PartsRun const& how);

} // namespace caremarket
