#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace caremarket
{

class TemporaryFile;

/// Bytes that HDF5 leaves free at the start of a part, for its checksum. HDF5 never looks at them.
inline constexpr std::size_t checksum_room = 512;

/// Writes into the room at the start of the file a CRC-32 of all that follows.
/// \pre nobody has the file open  \throws ResultsFileError
void put_checksum(TemporaryFile& file);

/// Why a file is not whole: it was cut short, or a bit of it has changed. Nothing if it is as it was written.
/// To be asked before HDF5 opens the file: damaged ones can crash it.
/// \throws ResultsFileError if the file cannot be read
[[nodiscard]] std::optional<std::string> problem_with_checksum(std::filesystem::path const& path);

} // namespace caremarket
