#include "runners/input_changes.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

namespace caremarket
{

namespace
{

/// Every input of an experiment by what it is called in messages.
std::map<std::string, ResolvedInputs const*> named_inputs(LoadedExperiment const& loaded)
{
    std::map<std::string, ResolvedInputs const*> all{{"experiment", &loaded.settings},
                                                     {"place", &loaded.place},
                                                     {"behaviour", &loaded.behaviour},
                                                     {"inherited strategy", &loaded.inherited}};
    for (ResolvedInputs const& outlook : loaded.outlooks)
        all.emplace("outlook " + outlook.name, &outlook);
    for (ResolvedInputs const& strategy : loaded.strategies)
        all.emplace("strategy " + strategy.name, &strategy);
    return all;
}

std::string value_in_words(ResolvedValue const* value)
{
    return value == nullptr ? "not there" : canonical_text(value->value);
}

void add_changes(std::string const& name, ResolvedInputs const& before, ResolvedInputs const& now,
                 std::vector<std::string>& changes)
{
    std::set<std::string> paths;
    for (auto const* inputs : {&before, &now})
        for (auto const& [path, value] : inputs->values)
            paths.insert(path);
    paths.erase("experiment.replicates");
    for (std::string const& path : paths)
    {
        std::string const was = value_in_words(find(before, path)), is = value_in_words(find(now, path));
        if (was != is)
            changes.push_back(fmt::format("{}: {} was {} and is {}", name, path, was, is));
    }
}

} // namespace

std::vector<std::string> input_changes(LoadedExperiment const& before, LoadedExperiment const& now)
{
    auto const earlier = named_inputs(before), later = named_inputs(now);
    std::vector<std::string> changes;
    for (auto const& [name, inputs] : later) // names that came or went show in the experiment's lists
        if (auto const same = earlier.find(name); same != earlier.end())
            add_changes(name, *same->second, *inputs, changes);
    return changes;
}

} // namespace caremarket
