#pragma once

#include "analysis/hdf5_handles.hpp"
#include "analysis/sample_axis.hpp"

namespace caremarket
{

/// Writes /design: the factors' paths, units and meanings, and of every sample the values as they were set and its point of the unit cube.
/// \pre the axis is there. \throws ResultsFileError
void write_design(hid_t file, SampleAxis const& samples);

/// Nothing in it when the file is not a sweep's. \throws ResultsFileError
[[nodiscard]] SampleAxis read_design(hid_t file);

} // namespace caremarket
