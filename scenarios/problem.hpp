#pragma once

#include "scenarios/position.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace caremarket
{

/// Something wrong with what the user gave: one sentence, with the place.
struct Problem
{
    std::string file = {};         ///< name of the file, or the option of the command line that was wrong
    int line = 0;                  ///< from 1; 0: the file as a whole
    int column = 0;                ///< in characters, from 1
    std::string key = {};          ///< path of the value, or empty
    std::string message = {};      ///< what is wrong and what is allowed
    std::string did_you_mean = {}; ///< nearest known name, or empty

    friend bool operator==(Problem const&, Problem const&) = default;
};
using Problems = std::vector<Problem>;

[[nodiscard]] Problem problem_at(std::string_view file, Position at, std::string message);

/// The one behind the other.
void append(Problems& problems, Problems more);

/// The first ten, and how many more there are. \param what they are, in the plural: "empty cells"
[[nodiscard]] Problems first_told(Problems problems, std::string_view what);

/// `scenarios/strategies/x.toml:14:9: strategy.homecare.contract_length: 90 years is outside 0.25–15 years`, with
/// ` (did you mean …?)` behind it when there is a near name. Never holds a line break or a control character.
[[nodiscard]] std::string to_line(Problem const& problem);

/// What was loaded, or why it was not. There is a value if and only if there are no problems.
template <class T>
struct Loaded
{
    std::optional<T> value;
    Problems problems;

    [[nodiscard]] bool has_value() const { return value.has_value(); }
};

} // namespace caremarket
