#pragma once

#include "scenarios/sweep.hpp"

namespace caremarket
{

/// Finds every factor's row of the catalogue, and checks each by itself: path, values, both ends of its range, and that
/// the design is not too large to make.
[[nodiscard]] Problems check_factors(LoadedExperiment const& loaded, Design& design);

/// Checks what values of a row may break together. Of the wrong rows the first ten are told, with their values.
/// \pre check_factors found nothing
[[nodiscard]] Problems problems_of_rows(Sweep const& sweep);

} // namespace caremarket
