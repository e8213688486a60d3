#pragma once

#include "scenarios/file_keys.hpp"
#include "scenarios/reading.hpp"

#include <optional>
#include <string>
#include <string_view>

/// Tables that a file names beside itself.
namespace caremarket
{

/// Where the file is that a key names. A path from the root of the machine would hold on this machine only.
[[nodiscard]] std::optional<FileAt> named_file(FileKeys& keys, std::string_view key, FileAt const& named_in);

/// Its text; what is wrong with it is told with the line that names it. \param what "the place"
[[nodiscard]] std::optional<std::string> named_text(Reading& reading, FileKeys const& keys, std::string_view key,
                                                    FileAt const& file, std::string_view what);

} // namespace caremarket
