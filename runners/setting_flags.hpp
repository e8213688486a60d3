#pragma once

#include "scenarios/experiment.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace caremarket
{

/// A flag that stands for an override: `--seed 3` for `--set experiment.seed=3`.
struct SettingFlag
{
    std::string_view flag, path;
    std::string value; ///< as written; empty: not given
};
using SettingFlags = std::vector<SettingFlag>;

/// The overrides, and those that given flags stand for.
[[nodiscard]] Overrides with_flags(Overrides overrides, SettingFlags const& flags);

/// A problem of a value given by its flag is told by that flag.
void name_flags(SettingFlags const& flags, Problems& problems);

/// What was loaded; problems that name no file are told as of this one, or of this flag.
template <class T>
[[nodiscard]] Loaded<T> told_of(std::string_view file_or_flag, Loaded<T> loaded)
{
    for (Problem& problem : loaded.problems)
        if (problem.file.empty())
            problem.file = file_or_flag;
    return loaded;
}

} // namespace caremarket
