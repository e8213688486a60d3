#include "scenarios/experiment.hpp"
#include "scenarios/experiment_file.hpp"
#include "scenarios/input_kind.hpp"
#include "scenarios/load_experiment.hpp"
#include "scenarios/stored_inputs.hpp"

#include <fmt/format.h>

namespace caremarket
{

namespace
{

constexpr std::string_view inherited_role = "inherited";

NamedInputs in_role(InputKind kind, ResolvedInputs const& inputs)
{
    return {std::string{name_of(kind)}, inputs};
}

/// Puts stored inputs where their role says. \return false for a role that no input of an experiment has, or a second of
/// a kind there is one of
bool take(NamedInputs named_inputs, LoadedExperiment& loaded)
{
    auto const kind = named<InputKind>(named_inputs.role);
    auto const is_inherited = named_inputs.role == inherited_role;
    if ((!kind && !is_inherited) || kind == InputKind::sweep)
        return false;
    if (kind == InputKind::outlook)
        loaded.outlooks.push_back(std::move(named_inputs.inputs));
    else if (kind == InputKind::strategy)
        loaded.strategies.push_back(std::move(named_inputs.inputs));
    else
    {
        auto& only = is_inherited                   ? loaded.inherited
                     : kind == InputKind::place     ? loaded.place
                     : kind == InputKind::behaviour ? loaded.behaviour
                                                    : loaded.settings;
        if (!only.values.empty())
            return false;
        only = std::move(named_inputs.inputs);
    }
    return true;
}

/// Problems of one of the inputs; `role` tells which.
void add_problems(ResolvedInputs const& inputs, InputKind kind, std::string_view role, std::string_view file,
                  Problems& problems)
{
    append(problems, problems_of(inputs, kind, fmt::format("{} ({} {})", file, role, inputs.name)));
}

/// The names in the settings are those of the inputs, in the same order.
bool has_names(std::vector<ResolvedInputs> const& all, std::vector<std::string> const& names)
{
    return std::equal(all.begin(), all.end(), names.begin(), names.end(),
                      [](ResolvedInputs const& inputs, std::string const& name) { return inputs.name == name; });
}

Problems problems_of(LoadedExperiment const& loaded, std::string_view file)
{
    Problems problems;
    add_problems(loaded.place, InputKind::place, "place", file, problems);
    add_problems(loaded.behaviour, InputKind::behaviour, "behaviour", file, problems);
    add_problems(loaded.inherited, InputKind::strategy, inherited_role, file, problems);
    for (auto const& outlook : loaded.outlooks)
        add_problems(outlook, InputKind::outlook, "outlook", file, problems);
    for (auto const& strategy : loaded.strategies)
        add_problems(strategy, InputKind::strategy, "strategy", file, problems);
    return problems;
}

} // namespace

std::string to_text(LoadedExperiment const& loaded)
{
    std::vector<NamedInputs> all{in_role(InputKind::experiment, loaded.settings),
                                 in_role(InputKind::place, loaded.place),
                                 in_role(InputKind::behaviour, loaded.behaviour)};
    for (auto const& outlook : loaded.outlooks)
        all.push_back(in_role(InputKind::outlook, outlook));
    for (auto const& strategy : loaded.strategies)
        all.push_back(in_role(InputKind::strategy, strategy));
    all.push_back({std::string{inherited_role}, loaded.inherited});
    return to_text(all);
}

Loaded<LoadedExperiment> experiment_from_text(std::string_view text, std::string_view file)
{
    auto stored = inputs_from_text(text, file);
    if (!stored.has_value())
        return {{}, std::move(stored.problems)};
    LoadedExperiment loaded;
    for (auto& named_inputs : *stored.value)
        if (auto const role = named_inputs.role; !take(std::move(named_inputs), loaded))
            return {{}, {problem_at(file, {}, fmt::format("holds no experiment: it has a {} too many", role))}};

    auto experiment = experiment_from(loaded.settings, file);
    auto problems = std::move(experiment.problems);
    append(problems, problems_of(loaded, file));
    if (!problems.empty())
        return {{}, std::move(problems)};
    loaded.experiment = std::move(*experiment.value);
    if (!has_names(loaded.outlooks, loaded.experiment.outlooks) ||
        !has_names(loaded.strategies, loaded.experiment.strategies))
        return {{}, {problem_at(file, {}, "its outlooks or strategies are not those that the experiment names")}};
    return {std::move(loaded), {}};
}

} // namespace caremarket
