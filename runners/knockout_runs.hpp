#pragma once

#include "analysis/knockout.hpp"
#include "runners/progress.hpp"
#include "scenarios/experiment.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace caremarket
{

/// Models to be run in the same futures: an experiment of two strategies, over and over with other inputs.
struct KnockoutRuns
{
    std::vector<LoadedExperiment> const& models; ///< alike in outlooks, strategies, years, replicates and seed
    std::size_t baseline = 0;                    ///< index in the experiment's order; the other is the strategy
    int threads = 1;
    ProgressStyle progress = ProgressStyle::none;
    std::function<bool()> should_stop = {}; ///< asked before each task; may be empty
};

/// What they gave. No record is kept: memory does not grow with years, places or localities.
struct KnockoutMeasured
{
    std::vector<MeasuredRuns> models;  ///< by model; the measures of failed runs are unknown
    std::size_t failed = 0;            ///< runs
    std::vector<std::string> failures; ///< reasons of the first few
};

/// Runs them all. \return nothing if told to stop
[[nodiscard]] std::optional<KnockoutMeasured> run_knockouts(KnockoutRuns const& how);

} // namespace caremarket
