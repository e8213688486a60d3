#pragma once

#include "scenarios/overrides.hpp"
#include "scenarios/sweep.hpp"

#include <cstddef>
#include <vector>

namespace caremarket
{

/// The values that a row sets, each with where it stands: its own place in a list or table, else that of its factor.
[[nodiscard]] std::vector<GivenValue> values_of_row(Sweep const& sweep, std::size_t row);

} // namespace caremarket
