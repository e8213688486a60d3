#pragma once

#include "analysis/sample_axis.hpp"
#include "analysis/sensitivity_runs.hpp"

#include <cstddef>
#include <vector>

namespace caremarket
{

/// The design of a sweep as its analysis takes it.
struct StudiedDesign
{
    std::vector<StudiedFactor> factors;
    std::vector<std::vector<double>> values, points; ///< [sample][factor]
    std::size_t group = 1;
};

/// A factor whose values are not all numbers has levels, in the order in which they first come.
[[nodiscard]] StudiedDesign studied(SampleAxis const& samples);

} // namespace caremarket
