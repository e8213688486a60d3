#pragma once

#include "analysis/hdf5_handles.hpp"
#include "analysis/results_file_contents.hpp"
#include "analysis/results_file_layout.hpp"

#include <string_view>

namespace caremarket
{

/// Writes the attributes of the root: those of the CF conventions, and ours, whose names begin with "caremarket_".
void write_provenance(hid_t file, Provenance const& provenance, std::string_view schema = results_schema);
/// \throws ResultsFileError
[[nodiscard]] Provenance read_provenance(hid_t file);

/// \throws ResultsFileError with what to do about it, when the file is not one of results or of another schema
void expect_results_schema(hid_t file);

} // namespace caremarket
