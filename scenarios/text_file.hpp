#pragma once

#include "scenarios/library.hpp"
#include "scenarios/problem.hpp"

#include <string>

namespace caremarket
{

/// No scenario file is as large as this: 16 MB.
inline constexpr std::size_t largest_file = std::size_t{16} << 20;

/// The bytes of a file. One problem for a missing file, a folder or device in its place, one that may not be read or
/// is too large.
[[nodiscard]] Loaded<std::string> read_text_file(FileAt const& file);

/// A problem for bytes that are not UTF-8 and for NUL, or none.
[[nodiscard]] Problems problems_of_encoding(std::string_view text, std::string_view file);

} // namespace caremarket
