#pragma once

#include "scenarios/experiment.hpp"
#include "scenarios/sweep.hpp"

#include <string>

namespace caremarket
{

/// What multiplies to the number of runs: "5 outlooks x 5 strategies x 40 replicates".
[[nodiscard]] std::string extent_in_words(Experiment const& experiment);

/// The same of a sweep, and the number itself: "128 rows x 1 outlook x 2 strategies x 10 replicates = 2560 runs".
[[nodiscard]] std::string extent_in_words(Sweep const& sweep);

} // namespace caremarket
