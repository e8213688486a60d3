#include "scenarios/experiment.hpp"

#include "scenarios/bind.hpp"
#include "scenarios/name_list.hpp"
#include "scenarios/nearest_name.hpp"
#include "scenarios/printable.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace caremarket
{

namespace
{

Inputs inputs_under(LoadedExperiment const& loaded, std::size_t outlook, ResolvedInputs const& strategy)
{
    auto place = place_from(loaded.place);
    auto const commissioners = place.commissioners.size();
    return {.place = std::move(place),
            .outlook = outlook_from(loaded.outlooks[outlook]),
            .behaviour = behaviour_from(loaded.behaviour),
            .strategies = std::vector<Strategy>(commissioners, strategy_from(strategy)),
            .first_year = financial_year_of(loaded.experiment.start),
            .years = loaded.experiment.years,
            .seed = loaded.experiment.seed};
}

void add_values(ResolvedInputs& all, ResolvedInputs const& more, std::string const& prefix = {})
{
    for (auto const& [path, resolved] : more.values)
        all.values.emplace(prefix + path, resolved);
}

void add_text(ResolvedInputs& all, std::string path, std::string text)
{
    all.values.emplace(std::move(path), ResolvedValue{std::move(text), {}});
}

Problems unknown_among(std::vector<std::string> const& known, std::vector<std::string> const& names,
                       std::string_view what)
{
    Problems problems;
    for (auto const& name : names)
        if (std::find(known.begin(), known.end(), name) == known.end())
            problems.push_back({.message = fmt::format("the experiment has no {} {}", what, in_quotes(name)),
                                .did_you_mean = nearest_name(name, known)});
    return problems;
}

} // namespace

Loaded<LoadedExperiment> with_strategies(LoadedExperiment loaded, std::vector<std::string> const& names)
{
    auto problems = unknown_among(loaded.experiment.strategies, names, "strategy");
    if (!problems.empty())
        return {{}, std::move(problems)};

    auto const is_left_out = [&](std::string const& name)
    { return name != loaded.experiment.baseline && std::find(names.begin(), names.end(), name) == names.end(); };
    std::erase_if(loaded.strategies, [&](ResolvedInputs const& strategy) { return is_left_out(strategy.name); });
    std::erase_if(loaded.experiment.strategies, is_left_out);
    loaded.settings.values.at("experiment.strategies").value = joined_names(loaded.experiment.strategies);
    return {std::move(loaded), {}};
}

Loaded<LoadedExperiment> with_outlooks(LoadedExperiment loaded, std::vector<std::string> const& names)
{
    auto problems = unknown_among(loaded.experiment.outlooks, names, "outlook");
    if (!problems.empty())
        return {{}, std::move(problems)};

    auto const is_left_out = [&](std::string const& name)
    { return std::find(names.begin(), names.end(), name) == names.end(); };
    std::erase_if(loaded.outlooks, [&](ResolvedInputs const& outlook) { return is_left_out(outlook.name); });
    std::erase_if(loaded.experiment.outlooks, is_left_out);
    loaded.settings.values.at("experiment.outlooks").value = joined_names(loaded.experiment.outlooks);
    return {std::move(loaded), {}};
}

Inputs inputs_of(LoadedExperiment const& loaded, std::size_t outlook, std::size_t strategy)
{
    return inputs_under(loaded, outlook, loaded.strategies[strategy]);
}

Inputs inputs_before_start(LoadedExperiment const& loaded, std::size_t outlook)
{
    return inputs_under(loaded, outlook, loaded.inherited);
}

std::string cell_hash(LoadedExperiment const& loaded, std::size_t outlook, std::size_t strategy,
                      std::string_view behaviour_version)
{
    ResolvedInputs all;
    add_values(all, loaded.place);
    add_values(all, loaded.behaviour);
    add_values(all, loaded.outlooks[outlook]);
    add_values(all, loaded.strategies[strategy]);
    add_values(all, loaded.inherited, "inherited.");
    for (auto const path : {"experiment.start", "experiment.years", "experiment.seed"})
        all.values.emplace(path, loaded.settings.values.at(path));
    add_text(all, "model.behaviour_version", std::string{behaviour_version});
    return hash_of(all);
}

} // namespace caremarket
