#pragma once

#include "scenarios/experiment.hpp"

#include <string>
#include <vector>

namespace caremarket
{

/// What overrides did besides what they say, a line each: other shares of a mix that gave way to one that was set, and
/// values of every strategy, so that the baseline moved with those held against it.
/// \param loaded with the overrides, and with the strategies that will be run
[[nodiscard]] std::vector<std::string> remarks_on(Overrides const& overrides, LoadedExperiment const& loaded);

} // namespace caremarket
