#pragma once

#include <filesystem>
#include <system_error>

namespace caremarket
{

/// Whether a folder stands there that may be looked at; what cannot be looked at is none.
[[nodiscard]] inline bool is_folder(std::filesystem::path const& path)
{
    std::error_code error;
    return std::filesystem::is_directory(path, error);
}

} // namespace caremarket
