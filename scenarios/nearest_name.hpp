#pragma once

#include <span>
#include <string>
#include <string_view>

namespace caremarket
{

/// The known name that somebody may have meant: the one fewest insertions, deletions, replacements and swaps of
/// neighbours away, if these are at most a third of its length and at most five. Empty when none is near. Ties: the first.
[[nodiscard]] std::string nearest_name(std::string_view written, std::span<std::string_view const> known);
[[nodiscard]] std::string nearest_name(std::string_view written, std::span<std::string const> known);

} // namespace caremarket
