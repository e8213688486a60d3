#include "scenarios/overrides.hpp"

#include "model/catalogue/rows.hpp"
#include "scenarios/check_value.hpp"
#include "scenarios/contradictions.hpp"
#include "scenarios/experiment_file.hpp"
#include "scenarios/load_experiment.hpp"
#include "scenarios/nearest_name.hpp"
#include "scenarios/printable.hpp"
#include "scenarios/set_path.hpp"
#include "scenarios/simplex.hpp"
#include "scenarios/stored_inputs.hpp"
#include "scenarios/toml_input_value.hpp"
#include "scenarios/value_spec.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace caremarket
{

namespace
{

/// A value as TOML has it; what is not TOML is a word without quotes.
TomlValue toml_value_in(std::string_view text)
{
    auto read = read_toml("value = " + std::string{text}, {});
    if (read.has_value() && read.value->entries.size() == 1 && read.value->entries.front().key == "value")
        return std::move(read.value->entries.front().value);
    return {std::string{text}, {}};
}

Problem problem_from(Origin const& origin, std::string_view key, std::string message, std::string did_you_mean = {})
{
    return {.file = origin.file,
            .line = origin.line,
            .column = origin.column,
            .key = std::string{key},
            .message = std::move(message),
            .did_you_mean = std::move(did_you_mean)};
}

/// Problems of a value's own text, from the `first` on: told where the value stands.
void tell_at(Origin const& origin, std::size_t first, Problems& problems)
{
    for (auto i = first; i < problems.size(); ++i)
    {
        problems[i].line = origin.line;
        problems[i].column = origin.column;
    }
}

std::optional<ResolvedValue> resolved_value(GivenValue const& given, Description const& what, std::string_view path,
                                            Problems& problems)
{
    auto const before = problems.size();
    auto value = input_value_in(toml_value_in(given.text), what, path, given.origin.file, problems);
    tell_at(given.origin, before, problems);
    if (!value)
        return std::nullopt;
    auto origin = given.origin;
    origin.source = std::move(value->origin.source);
    origin.certainty = value->origin.certainty;
    value->origin = std::move(origin);
    return value;
}

std::vector<std::string> known_paths()
{
    std::vector<std::string> paths;
    for (auto const kind : all_of<InputKind>())
        for (auto const& spec : value_specs(kind))
            paths.push_back(spec.path);
    return paths;
}

Description const* description_of_cell(std::string_view path)
{
    auto const column = path.substr(path.rfind('.') + 1);
    for (auto const& table : place_tables())
        if (path.starts_with(fmt::format("place.{}.", table.name)))
            for (auto const& known : table.columns)
                if (known.what.name == column)
                    return &known.what;
    return nullptr;
}

/// What the catalogue says of the path: a value of a file, or a number in a table of the place.
Description const* description_of(SetPath const& path, ResolvedInputs const& place)
{
    if (auto const kind = named<InputKind>(path.input))
        for (auto const& spec : value_specs(*kind))
            if (spec.path == path.path)
                return spec.what;
    auto const* cell = find(place, path.path);
    return cell && std::get_if<double>(&cell->value) ? description_of_cell(path.path) : nullptr;
}

std::optional<Problem> problem_of_names(std::vector<ResolvedInputs> const& all, SetPath const& path,
                                        Origin const& origin)
{
    std::vector<std::string> names;
    names.reserve(all.size());
    for (auto const& inputs : all)
        names.push_back(inputs.name);
    if (path.only.empty() || std::find(names.begin(), names.end(), path.only) != names.end())
        return std::nullopt;
    return problem_from(origin, path.path, fmt::format("the experiment has no {} {}", path.input, in_quotes(path.only)),
                        nearest_name(path.only, names));
}

/// What is wrong with the name in brackets.
std::optional<Problem> problem_of_brackets(LoadedExperiment const& loaded, SetPath const& path, Origin const& origin)
{
    if (path.input == "strategy")
        return problem_of_names(loaded.strategies, path, origin);
    if (path.input == "outlook")
        return problem_of_names(loaded.outlooks, path, origin);
    if (!path.only.empty())
        return problem_from(origin, path.path, "only strategy and outlook take a name in brackets");
    return std::nullopt;
}

/// Sets values over those of a loaded experiment and gathers what is wrong.
class Overrider
{
public:
    explicit Overrider(LoadedExperiment& loaded) : loaded_(loaded) {}

    Problems apply(std::vector<GivenValue> const& values)
    {
        for (auto const& given : values)
            apply_one(given);
        if (problems_.empty())
            make_whole_again();
        return std::move(problems_);
    }

private:
    LoadedExperiment& loaded_;
    Problems problems_;
    std::vector<std::pair<SetPath, std::string>> earlier_;                      ///< with the file or option that set it
    std::map<std::size_t, std::set<std::string, std::less<>>> set_of_strategy_; ///< paths set, by strategy
    bool has_set_place_ = false;
    bool has_set_settings_ = false;
    Origin last_;

    void apply_one(GivenValue const& given)
    {
        last_ = given.origin;
        auto const path = set_path_in(given.path);
        if (path && path->input == "experiment")
            return apply_to_settings(given, path->path);
        auto const* what = description_at(loaded_, given.path, given.origin, problems_);
        if (!what)
            return;
        report_repeat(*path, given.origin);
        auto const value = resolved_value(given, *what, path->path, problems_);
        if (!value)
            return;
        auto const targets = targets_of(*path);
        for (auto* target : targets)
            target->values.insert_or_assign(path->path, *value);
        remember(*path, targets);
    }

    /// A value set twice, of which one would be without effect. For one strategy after it was for all is no repetition.
    void report_repeat(SetPath const& path, Origin const& origin)
    {
        for (auto const& [before, where] : earlier_)
            if (before.path == path.path && (path.only.empty() || before.only == path.only))
                return problems_.push_back(problem_from(origin, path.path, "is set already, by " + where));
        earlier_.emplace_back(path, origin.file);
    }

    void remember(SetPath const& path, std::vector<ResolvedInputs*> const& targets)
    {
        has_set_place_ |= path.input == "place";
        if (path.input == "strategy")
            for (auto const* target : targets)
                set_of_strategy_[static_cast<std::size_t>(target - loaded_.strategies.data())].insert(path.path);
    }

    /// Which of the loaded inputs it is for.
    std::vector<ResolvedInputs*> targets_of(SetPath const& path)
    {
        if (path.input == "strategy")
            return named_among(loaded_.strategies, path.only);
        if (path.input == "outlook")
            return named_among(loaded_.outlooks, path.only);
        if (path.input == "place")
            return {&loaded_.place};
        return {&loaded_.behaviour};
    }

    static std::vector<ResolvedInputs*> named_among(std::vector<ResolvedInputs>& all, std::string_view only)
    {
        std::vector<ResolvedInputs*> targets;
        for (auto& inputs : all)
            if (only.empty() || only == inputs.name)
                targets.push_back(&inputs);
        return targets;
    }

    void apply_to_settings(GivenValue const& given, std::string const& path)
    {
        auto const key = path.substr(std::min(path.find('.') + 1, path.size()));
        if (std::find(std::begin(run_setting_keys), std::end(run_setting_keys), key) == std::end(run_setting_keys))
        {
            problems_.push_back(
                problem_from(given.origin, path,
                             fmt::format("only {} of an experiment can be set", fmt::join(run_setting_keys, ", ")),
                             nearest_name(key, run_setting_keys)));
            return;
        }
        report_repeat({"experiment", {}, path}, given.origin);
        TomlTable const table{{{key, {}, toml_value_in(given.text)}}};
        auto const before = problems_.size();
        FileKeys keys{table, "experiment", given.origin.file, problems_};
        take_run_settings(keys, given.origin, loaded_.settings);
        tell_at(given.origin, before, problems_);
        if (problems_.size() == before)
            loaded_.settings.values.at(path).origin = given.origin;
        has_set_settings_ = true;
    }

    /// What files were checked for as a whole, once more.
    void make_whole_again()
    {
        for (auto const& [strategy, paths] : set_of_strategy_)
            rescale_simplexes(loaded_.strategies[strategy], paths, problems_);
        if (problems_.empty())
            for (auto const& [strategy, paths] : set_of_strategy_)
                append(problems_, contradictions_of(loaded_.strategies[strategy]));
        if (has_set_place_)
            check_place();
        if (has_set_settings_)
            if (auto experiment = experiment_from(loaded_.settings, last_.file); experiment.has_value())
                loaded_.experiment = std::move(*experiment.value);
        append(problems_, problems_together(loaded_));
    }

    void check_place()
    {
        auto const before = problems_.size();
        append(problems_, problems_of(loaded_.place, InputKind::place, last_.file));
        tell_at(last_, before, problems_);
    }
};

} // namespace

Loaded<LoadedExperiment> with_values(LoadedExperiment loaded, std::vector<GivenValue> const& values)
{
    auto problems = Overrider{loaded}.apply(values);
    if (!problems.empty())
        return {{}, each_once(problems)};
    return {std::move(loaded), {}};
}

Loaded<LoadedExperiment> with_overrides(LoadedExperiment loaded, Overrides const& overrides)
{
    std::vector<GivenValue> values;
    Problems problems;
    for (auto const& text : overrides)
    {
        auto const equals = text.find('=');
        auto shown = "--set " + text;
        if (equals != text.npos && set_path_in(std::string_view{text}.substr(0, equals)))
            values.push_back({text.substr(0, equals),
                              text.substr(equals + 1),
                              {.what = Origin::What::command_line, .file = std::move(shown)}});
        else
            problems.push_back({.file = std::move(shown), .message = "must be of the form path=value"});
    }
    auto result = with_values(std::move(loaded), values);
    append(problems, std::move(result.problems));
    if (!problems.empty())
        return {{}, std::move(problems)};
    return result;
}

Description const* description_at(LoadedExperiment const& loaded, std::string_view path, Origin const& origin,
                                  Problems& problems)
{
    auto const parts = set_path_in(path);
    auto const* what = parts ? description_of(*parts, loaded.place) : nullptr;
    if (!what)
    {
        auto const written = parts ? parts->path : std::string{path};
        problems.push_back(problem_from(origin, written, "unknown path", nearest_name(written, known_paths())));
        return nullptr;
    }
    if (auto problem = problem_of_brackets(loaded, *parts, origin))
    {
        problems.push_back(std::move(*problem));
        return nullptr;
    }
    return what;
}

std::optional<InputValue> checked_value(GivenValue const& value, Description const& what, Problems& problems)
{
    auto const path = set_path_in(value.path);
    auto resolved = resolved_value(value, what, path ? path->path : value.path, problems);
    return resolved ? std::optional{std::move(resolved->value)} : std::nullopt;
}

} // namespace caremarket
