#include "scenarios/overrides.hpp"

#include "model/catalogue/rows.hpp"
#include "scenarios/check_value.hpp"
#include "scenarios/experiment_file.hpp"
#include "scenarios/load_experiment.hpp"
#include "scenarios/nearest_name.hpp"
#include "scenarios/override.hpp"
#include "scenarios/printable.hpp"
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

/// Sets values over those of a loaded experiment and gathers what is wrong.
class Overrider
{
public:
    explicit Overrider(LoadedExperiment& loaded) : loaded_(loaded) {}

    Problems apply(Overrides const& overrides)
    {
        for (auto const& text : overrides)
            if (auto const parsed = override_in(text))
                apply_one(*parsed);
            else
                problems_.push_back({.file = "--set " + text, .message = "must be of the form path=value"});
        if (problems_.empty())
            make_whole_again();
        return std::move(problems_);
    }

private:
    LoadedExperiment& loaded_;
    Problems problems_;
    std::vector<Override> earlier_;
    std::map<std::size_t, std::set<std::string, std::less<>>> set_of_strategy_; ///< paths set, by strategy
    bool has_set_place_ = false;
    std::string last_shown_;

    void report(Override const& given, std::string message, std::string did_you_mean = {})
    {
        problems_.push_back({.file = given.shown,
                             .key = given.path,
                             .message = std::move(message),
                             .did_you_mean = std::move(did_you_mean)});
    }

    void apply_one(Override const& given)
    {
        last_shown_ = given.shown;
        if (given.input == "experiment")
            return apply_to_settings(given);
        auto const targets = targets_of(given);
        auto const* what = description_of(given);
        if (!what)
            return report(given, "unknown path", nearest_name(given.path, known_paths()));
        if (targets.empty())
            return;
        auto const before = problems_.size();
        report_repeat(given);
        auto value = input_value_in(given.value, *what, given.path, given.shown, problems_);
        for (auto i = before; i < problems_.size(); ++i)
            problems_[i].line = problems_[i].column = 0; // the option has no lines
        if (!value)
            return;
        value->origin.what = Origin::What::command_line;
        value->origin.line = value->origin.column = 0;
        for (auto* target : targets)
            target->values.insert_or_assign(given.path, *value);
        remember(given, targets);
    }

    /// A value set twice, of which one would be without effect. For one strategy after it was for all is no repetition.
    void report_repeat(Override const& given)
    {
        for (auto const& before : earlier_)
            if (before.path == given.path && (given.only.empty() || before.only == given.only))
                return report(given, "is set already, by " + before.shown);
        earlier_.push_back(given);
    }

    void remember(Override const& given, std::vector<ResolvedInputs*> const& targets)
    {
        has_set_place_ |= given.input == "place";
        if (given.input == "strategy")
            for (auto const* target : targets)
                set_of_strategy_[static_cast<std::size_t>(target - loaded_.strategies.data())].insert(given.path);
    }

    /// Which of the loaded inputs it is for; none when the name in brackets is wrong, which is said.
    std::vector<ResolvedInputs*> targets_of(Override const& given)
    {
        if (given.input == "strategy")
            return named_among(loaded_.strategies, given);
        if (given.input == "outlook")
            return named_among(loaded_.outlooks, given);
        if (!given.only.empty())
        {
            report(given, "only strategy and outlook take a name in brackets");
            return {};
        }
        if (given.input == "place")
            return {&loaded_.place};
        return {&loaded_.behaviour};
    }

    std::vector<ResolvedInputs*> named_among(std::vector<ResolvedInputs>& all, Override const& given)
    {
        std::vector<ResolvedInputs*> targets;
        std::vector<std::string> names;
        for (auto& inputs : all)
        {
            names.push_back(inputs.name);
            if (given.only.empty() || given.only == inputs.name)
                targets.push_back(&inputs);
        }
        if (targets.empty())
            report(given, fmt::format("the experiment has no {} {}", given.input, in_quotes(given.only)),
                   nearest_name(given.only, names));
        return targets;
    }

    /// What the catalogue says of the path: a value of a file, or a number in a table of the place.
    Description const* description_of(Override const& given) const
    {
        if (auto const kind = named<InputKind>(given.input))
            for (auto const& spec : value_specs(*kind))
                if (spec.path == given.path)
                    return spec.what;
        auto const* cell = find(loaded_.place, given.path);
        return cell && std::get_if<double>(&cell->value) ? description_of_cell(given.path) : nullptr;
    }

    static Description const* description_of_cell(std::string_view path)
    {
        auto const column = path.substr(path.rfind('.') + 1);
        for (auto const& table : place_tables())
            if (path.starts_with(fmt::format("place.{}.", table.name)))
                for (auto const& known : table.columns)
                    if (known.what.name == column)
                        return &known.what;
        return nullptr;
    }

    static std::vector<std::string> known_paths()
    {
        std::vector<std::string> paths;
        for (auto const kind : all_of<InputKind>())
            for (auto const& spec : value_specs(kind))
                paths.push_back(spec.path);
        return paths;
    }

    void apply_to_settings(Override const& given)
    {
        auto const key = given.path.substr(std::min(given.path.find('.') + 1, given.path.size()));
        if (std::find(std::begin(run_setting_keys), std::end(run_setting_keys), key) == std::end(run_setting_keys))
            return report(given, fmt::format("only {} of an experiment can be set", fmt::join(run_setting_keys, ", ")),
                          nearest_name(key, run_setting_keys));
        report_repeat(given);
        TomlTable const table{{{key, {}, given.value}}};
        auto const before = problems_.size();
        FileKeys keys{table, "experiment", given.shown, problems_};
        take_run_settings(keys, {.what = Origin::What::command_line, .file = given.shown}, loaded_.settings);
        for (auto i = before; i < problems_.size(); ++i)
            problems_[i].line = problems_[i].column = 0;
        auto& origin = loaded_.settings.values.at(given.path).origin;
        if (origin.what == Origin::What::command_line)
            origin.line = origin.column = 0;
    }

    /// What files were checked for as a whole, once more.
    void make_whole_again()
    {
        for (auto const& [strategy, paths] : set_of_strategy_)
            rescale_simplexes(loaded_.strategies[strategy], paths, problems_);
        if (has_set_place_)
            append(problems_, problems_of(loaded_.place, InputKind::place, last_shown_));
        if (auto experiment = experiment_from(loaded_.settings, last_shown_); experiment.has_value())
            loaded_.experiment = std::move(*experiment.value);
        append(problems_, problems_of_period(loaded_));
    }
};

} // namespace

Loaded<LoadedExperiment> with_overrides(LoadedExperiment loaded, Overrides const& overrides)
{
    auto problems = Overrider{loaded}.apply(overrides);
    if (!problems.empty())
        return {{}, each_once(problems)};
    return {std::move(loaded), {}};
}

} // namespace caremarket
