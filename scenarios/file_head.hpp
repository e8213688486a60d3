#pragma once

#include "scenarios/file_keys.hpp"
#include "scenarios/input_kind.hpp"

#include <span>
#include <string>
#include <string_view>

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

/// The same of a file all of whose other keys are these: says, too, which keys are unknown and which are missing.
[[nodiscard]] FileHead head_in(FileKeys& keys, std::span<std::string_view const> required,
                               std::span<std::string_view const> optional);

/// Keys that head_in reads.
inline constexpr std::string_view head_keys[] = {"schema", "title", "description"};

} // namespace caremarket
