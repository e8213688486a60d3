#pragma once

#include <span>
#include <string>
#include <string_view>

namespace caremarket
{

/// These words as a line for a shell: those with special characters in quotes.
[[nodiscard]] std::string shell_line(std::span<std::string const> words);

/// The same command with one flag out and another in.
[[nodiscard]] std::string shell_line_with(std::span<std::string const> words, std::string_view without,
                                          std::string_view with);

} // namespace caremarket
