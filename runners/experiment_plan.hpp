#pragma once

#include "analysis/parts_plan.hpp"
#include "scenarios/experiment.hpp"
#include "scenarios/record_options.hpp"

#include <string>

namespace caremarket
{

/// The plan of an experiment: all of its results file but the numbers.
/// \param command the command line, for the file's history; the time is added
[[nodiscard]] Plan plan_of(LoadedExperiment const& loaded, RecordOptions record, std::string const& command);

/// Of every cell [outlook][strategy], for this program's version of the model; see PartKey.
[[nodiscard]] std::vector<std::string> cell_hashes_of(LoadedExperiment const& loaded);

/// Names all that decides what is in a results file of this experiment, except the number of replicates and how finely
/// they are recorded, in hexadecimal.
[[nodiscard]] std::string inputs_hash_of(LoadedExperiment const& loaded);

/// The experiment that a results file or a plan was made from. \param file name to show in problems
[[nodiscard]] Loaded<LoadedExperiment> experiment_of(StoredInputs const& inputs, std::string const& file);

} // namespace caremarket
