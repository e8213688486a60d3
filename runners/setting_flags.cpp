#include "runners/setting_flags.hpp"

#include <fmt/format.h>

namespace caremarket
{

Overrides with_flags(Overrides overrides, SettingFlags const& flags)
{
    for (auto const& [flag, path, value] : flags)
        if (!value.empty())
            overrides.push_back(fmt::format("{}={}", path, value));
    return overrides;
}

void name_flags(SettingFlags const& flags, Problems& problems)
{
    for (Problem& problem : problems)
        for (auto const& [flag, path, value] : flags)
            if (problem.file == fmt::format("--set {}={}", path, value))
                problem.file = fmt::format("{} {}", flag, value);
}

} // namespace caremarket
