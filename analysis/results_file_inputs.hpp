#pragma once

#include "analysis/hdf5_handles.hpp"
#include "analysis/results_file_contents.hpp"

namespace caremarket
{

/// Writes /inputs (path, text and SHA-256 of every file read) and /inputs/resolved (what was made of them).
void write_inputs(hid_t file, StoredInputs const& inputs);
/// \throws ResultsFileError
[[nodiscard]] StoredInputs read_inputs(hid_t file);

} // namespace caremarket
