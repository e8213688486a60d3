#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <string_view>
#include <vector>

/// What is wrong with a command line that the library refuses.
namespace caremarket
{

/// How many threads: by a flag, or else by a variable, which the library takes for the flag.
inline constexpr std::string_view threads_flag = "--threads";
inline constexpr char threads_variable[] = "CAREMARKET_THREADS";
[[nodiscard]] bool has_threads_flag(std::vector<std::string> const& words);

/// The command given, the step of a sweep rather than the sweep; the program itself if there is none.
[[nodiscard]] CLI::App& command_given(CLI::App& program);

/// In a sentence with the nearest word that is known, and which help to see.
/// \param words the whole command line
[[nodiscard]] std::string what_is_wrong(CLI::App& program, CLI::ParseError const& error,
                                        std::vector<std::string> const& words);

} // namespace caremarket
