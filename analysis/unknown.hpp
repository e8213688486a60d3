#pragma once

#include <limits>

namespace caremarket
{

/// A number that cannot be told: not a number, which text and JSON show as a dash or null.
inline constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

} // namespace caremarket
