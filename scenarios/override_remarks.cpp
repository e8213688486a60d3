#include "scenarios/override_remarks.hpp"

#include "scenarios/check_value.hpp"
#include "scenarios/set_path.hpp"
#include "scenarios/value_spec.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace caremarket
{

namespace
{

/// An override, as it was written and what it sets.
struct Given
{
    std::string shown;
    SetPath path;
};

/// "mix_spot of block-heavy becomes 0.5": shares that gave way to the one this override set.
std::vector<std::string> shares_that_gave_way(Given const& given, LoadedExperiment const& loaded)
{
    std::vector<std::string> shares;
    for (auto const& spec : value_specs(InputKind::strategy))
        for (auto const& strategy : loaded.strategies)
            if (auto const* resolved = find(strategy, spec.path))
                if (auto const& origin = resolved->origin; origin.file == given.shown && !origin.note.empty())
                    shares.push_back(fmt::format("{} of {} becomes {}", spec.what->name, strategy.name,
                                                 in_words(*spec.what, resolved->value)));
    return shares;
}

/// Nothing when there is none but the baseline.
std::string another_than_the_baseline(Experiment const& experiment)
{
    auto const is_other = [&](std::string const& strategy) { return strategy != experiment.baseline; };
    auto const found = std::find_if(experiment.strategies.begin(), experiment.strategies.end(), is_other);
    return found == experiment.strategies.end() ? std::string{} : *found;
}

void remark_on_baseline(Given const& given, Experiment const& experiment, std::vector<std::string>& remarks)
{
    auto const other = another_than_the_baseline(experiment);
    if (given.path.input != "strategy" || !given.path.only.empty() || other.empty())
        return;
    remarks.push_back(fmt::format("{}: also changes the baseline {}; strategy[{}]{} changes one", given.shown,
                                  experiment.baseline, other, given.path.path.substr(given.path.input.size())));
}

} // namespace

std::vector<std::string> remarks_on(Overrides const& overrides, LoadedExperiment const& loaded)
{
    std::vector<std::string> remarks;
    for (auto const& text : overrides)
        if (auto const path = set_path_in(std::string_view{text}.substr(0, text.find('='))))
        {
            Given const given{.shown = "--set " + text, .path = *path};
            remark_on_baseline(given, loaded.experiment, remarks);
            if (auto const shares = shares_that_gave_way(given, loaded); !shares.empty())
                remarks.push_back(fmt::format("{}: {}", given.shown, fmt::join(shares, ", ")));
        }
    return remarks;
}

} // namespace caremarket
