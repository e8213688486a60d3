#pragma once

#include "scenarios/file_keys.hpp"
#include "scenarios/input_kind.hpp"

#include <string>

namespace caremarket
{

/// What every scenario file begins with.
struct FileHead
{
    std::string title;
    std::string description;
};

/// Reads `schema`, which must be 1, `title` and `description`.
[[nodiscard]] FileHead head_in(FileKeys& keys);

/// Keys that head_in reads.
inline constexpr std::string_view head_keys[] = {"schema", "title", "description"};

} // namespace caremarket
