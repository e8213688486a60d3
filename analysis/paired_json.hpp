#pragma once

#include "analysis/paired.hpp"

#include <nlohmann/json_fwd.hpp>

namespace caremarket
{

/// A number, or null for NaN: JSON has none, and here it means that nothing is known.
[[nodiscard]] nlohmann::ordered_json known_json(double number);

/// A difference as every JSON of this program holds it: n, mean, standard_error, lower, upper, share_positive,
/// replicates_to_settle.
[[nodiscard]] nlohmann::ordered_json difference_json(PairedDifference const& difference);

} // namespace caremarket
