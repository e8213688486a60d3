#pragma once

#include "scenarios/experiment.hpp"

#include <string>
#include <vector>

namespace caremarket
{

/// What differs in the inputs of two experiments, a line each: `strategy block-heavy: strategy.homecare.mix_block was
/// 0.5 and is 0.6`. How many replicates there are does not count.
[[nodiscard]] std::vector<std::string> input_changes(LoadedExperiment const& before, LoadedExperiment const& now);

} // namespace caremarket
