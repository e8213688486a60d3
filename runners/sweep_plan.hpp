#pragma once

#include "analysis/parts_plan.hpp"
#include "scenarios/sweep.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace caremarket
{

/// The plan of a sweep: all of its results file but the numbers.
/// \param command the command line, for the file's history; the time is added
[[nodiscard]] Plan plan_of(Sweep const& sweep, std::string const& command);

/// Samples in the order in which they run, so that a sweep that is stopped has looked everywhere: points of a sampled
/// design as it laid them, other rows shuffled by what they set. Those that go together stay together.
[[nodiscard]] std::vector<std::size_t> running_order(Plan const& plan);

} // namespace caremarket
