#pragma once

#include "analysis/parts_reading.hpp"

#include <filesystem>
#include <vector>

namespace caremarket
{

/// Which metrics of a plan's runs are reduced, and to what.
struct Reduction
{
    std::vector<double> probabilities; ///< of the quantiles; from 0 to 1, rising
    MetricCatalogue catalogue =
        model_catalogue(); ///< those chosen of it; all of it, derived ones included, if none are
};

/// Writes a file of a plan's parts in which the replicates of each sample, outlook and strategy are reduced to exact
/// quantiles, the mean and the number of runs. Runs that failed are left out and counted:
///
///     /                       provenance, coordinates (quantile in place of replicate); runs, failed_runs, missing_runs
///     /monthly /quarterly /yearly   NAME by quantile, NAME_mean; of a ratio NAME_runs, those that have it: in a run without
///                             anything to divide by there is none; the three counts of the root again
///     /design /catalogue /inputs    as in a results file
///
/// Only a results file can be compared: ResultsFile refuses this one. It appears as `output` only when whole. In memory are
/// one part and, of one cell, the values of all replicates: of the number of cells it does not depend.
/// \throws ResultsFileError as assemble
AssembledRuns reduce(Plan const& plan, PartStore const& store, std::filesystem::path const& output,
                     Reduction const& reduction, MissingParts missing = MissingParts::refuse);

} // namespace caremarket
