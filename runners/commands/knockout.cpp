#include "runners/commands/knockout.hpp"

#include "runners/exit_code.hpp"
#include "runners/how_many.hpp"
#include "runners/interruption.hpp"
#include "runners/knockout_runs.hpp"
#include "runners/library_roots.hpp"
#include "runners/print_problems.hpp"
#include "runners/setting_flags.hpp"
#include "scenarios/knockouts.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace caremarket
{

namespace
{

Loaded<LoadedExperiment> load(KnockoutRequest const& request)
{
    SettingFlags const flags{{"--replicates", "experiment.replicates", request.replicates},
                             {"--years", "experiment.years", request.years}};
    auto loaded = load_experiment(usual_library(), request.experiment, with_flags({}, flags));
    name_flags(flags, loaded.problems);
    return told_of(request.experiment, std::move(loaded));
}

/// The strategy that stands behind the baseline; behind the last the first.
std::string next_strategy(Experiment const& experiment)
{
    auto const& all = experiment.strategies;
    if (all.size() < 2)
        throw WrongUse(fmt::format("{} has only one strategy: nothing to compare", experiment.name));
    auto const baseline = std::ranges::find(all, experiment.baseline) - all.begin();
    return all[(static_cast<std::size_t>(baseline) + 1) % all.size()];
}

/// The two strategies and the outlooks that were asked for.
Loaded<LoadedExperiment> cut_down(LoadedExperiment loaded, KnockoutRequest const& request)
{
    std::string const strategy = request.strategy.empty() ? next_strategy(loaded.experiment) : request.strategy;
    if (strategy == loaded.experiment.baseline)
        throw WrongUse(fmt::format("--strategy: {} is the baseline", strategy));
    auto two = told_of("--strategy", with_strategies(std::move(loaded), {strategy}));
    if (!two.has_value() || request.outlooks.empty())
        return two;
    return told_of("--outlook", with_outlooks(std::move(*two.value), request.outlooks));
}

/// The full model first, then the model without each mechanism.
Loaded<std::vector<LoadedExperiment>> models_of(LoadedExperiment full, std::vector<Mechanism> const& mechanisms)
{
    full.files.clear(); // nothing is written that would hold them
    std::vector<LoadedExperiment> models{full};
    Problems problems;
    for (Mechanism const& mechanism : mechanisms)
    {
        auto changed = without(full, mechanism);
        append(problems, std::move(changed.problems));
        if (changed.has_value())
            models.push_back(std::move(*changed.value));
    }
    if (!problems.empty())
        return {{}, std::move(problems)};
    return {std::move(models), {}};
}

KnockoutSetting setting_of(Experiment const& e, std::size_t strategy)
{
    return {.title = e.title,
            .experiment = e.name,
            .baseline = e.baseline,
            .strategy = e.strategies[strategy],
            .outlooks = e.outlooks,
            .replicates = static_cast<std::size_t>(e.replicates),
            .first_year = financial_year_of(e.start),
            .years = e.years};
}

std::vector<std::string> texts_of(std::vector<Mechanism::Change> const& changes)
{
    std::vector<std::string> texts;
    std::ranges::transform(changes, std::back_inserter(texts), &Mechanism::Change::text);
    return texts;
}

Knockout answer(KnockoutSetting setting, std::vector<Mechanism> const& mechanisms, KnockoutMeasured const& measured)
{
    std::vector<RunsWithout> without;
    for (std::size_t i = 0; i < mechanisms.size(); ++i)
        without.push_back({.name = mechanisms[i].name,
                           .meaning = mechanisms[i].meaning,
                           .is_removed = mechanisms[i].is_removed,
                           .changes = texts_of(mechanisms[i].changes),
                           .runs = measured.models[i + 1]});
    return knockout(std::move(setting), measured.models.front(), without);
}

int tell_failures(KnockoutMeasured const& measured)
{
    if (measured.failed == 0)
        return exit_done;
    fmt::print(stderr, "caremarket: {} failed, and the futures they belong to are left out:\n",
               how_many(measured.failed, "run"));
    for (std::string const& failure : measured.failures)
        fmt::print(stderr, "  {}\n", failure);
    return exit_failed;
}

int run_and_tell(std::vector<LoadedExperiment> const& models, std::vector<Mechanism> const& mechanisms,
                 KnockoutRequest const& request)
{
    Experiment const& experiment = models.front().experiment;
    std::size_t const baseline = experiment.strategies.front() == experiment.baseline ? 0 : 1;
    InterruptionWatch const watch;
    auto const measured = run_knockouts({.models = models,
                                         .baseline = baseline,
                                         .threads = request.threads,
                                         .progress = fitting_style(stderr),
                                         .should_stop = InterruptionWatch::is_interrupted});
    if (!measured)
    {
        fmt::print(stderr, "caremarket: interrupted; nothing was compared\n");
        return exit_interrupted;
    }
    Knockout const result = answer(setting_of(experiment, 1 - baseline), mechanisms, *measured);
    fmt::print("{}", request.is_json ? knockout_json(result).dump(2) + '\n' : knockout_text(result));
    return tell_failures(*measured);
}

} // namespace

int knockout(KnockoutRequest const& request)
{
    auto rows = mechanisms_of(usual_library());
    if (!rows.has_value())
        return print_problems(rows.problems);
    auto const mechanisms = told_of("--mechanism", with_names(std::move(*rows.value), request.mechanisms));
    if (!mechanisms.has_value())
        return print_problems(mechanisms.problems);
    auto loaded = load(request);
    if (!loaded.has_value())
        return print_problems(loaded.problems);
    auto full = cut_down(std::move(*loaded.value), request);
    if (!full.has_value())
        return print_problems(full.problems);
    auto const models = models_of(std::move(*full.value), *mechanisms.value);
    if (!models.has_value())
        return print_problems(models.problems);
    return run_and_tell(*models.value, *mechanisms.value, request);
}

} // namespace caremarket
