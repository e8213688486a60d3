#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Lists of names as one text, for the resolved inputs.
namespace caremarket
{

/// `central; high-wage`
[[nodiscard]] std::string joined_names(std::vector<std::string> const& names);

[[nodiscard]] std::vector<std::string> split_names(std::string_view text);

/// Whether a name can stand in such a list: no semicolon, no control characters.
[[nodiscard]] bool can_be_listed(std::string_view name);

} // namespace caremarket
