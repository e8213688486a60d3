#pragma once

#include "analysis/hdf5_handles.hpp"
#include "analysis/results_file_contents.hpp"

#include <string>

namespace caremarket
{

/// Attributes that say what the numbers of a metric mean. \param labels names beside its coordinates; may be empty
/// \throws ResultsFileError
void put_meaning(hid_t dataset, StoredMetric const& metric, RecordPeriod length, std::string const& labels);

} // namespace caremarket
