#pragma once

#include "analysis/hdf5_handles.hpp"
#include "analysis/results_file_contents.hpp"

namespace caremarket
{

/// Writes /catalogue/recorded and /catalogue/derived: one column a dataset, one row a metric.
void write_catalogue(hid_t file, MetricCatalogue const& catalogue);
/// \throws ResultsFileError, also when a derived metric is formed from one the catalogue lacks
[[nodiscard]] MetricCatalogue read_catalogue(hid_t file);

} // namespace caremarket
