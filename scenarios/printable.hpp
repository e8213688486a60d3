#pragma once

#include <string>
#include <string_view>

namespace caremarket
{

/// What somebody wrote, fit for one line of a message: control characters made visible, cut when long.
[[nodiscard]] std::string printable(std::string_view text, std::size_t longest = 120);

/// The same between double quotes.
[[nodiscard]] std::string in_quotes(std::string_view text);

} // namespace caremarket
