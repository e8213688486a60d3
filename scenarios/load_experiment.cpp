#include "scenarios/load_experiment.hpp"
#include "scenarios/experiment.hpp"
#include "scenarios/experiment_file.hpp"
#include "scenarios/iso_date.hpp"
#include "scenarios/overrides.hpp"
#include "scenarios/resolve_input.hpp"
#include "scenarios/resolve_place.hpp"
#include "scenarios/run_period.hpp"
#include "scenarios/wage_known.hpp"

namespace caremarket
{

namespace
{

/// Resolves the file that an experiment or a place names; without one, says so where the name stands.
std::optional<ResolvedInputs> resolve_reference(Reading& reading, InputKind kind, Reference const& reference,
                                                FileAt const& named_in, std::string_view key)
{
    auto const file = referenced_file(reading, kind, reference, named_in, key);
    return file ? resolve_file(reading, kind, *file) : std::nullopt;
}

std::vector<ResolvedInputs> resolve_all(Reading& reading, InputKind kind, std::vector<Reference> const& references,
                                        FileAt const& named_in, std::string_view key)
{
    std::vector<ResolvedInputs> all;
    for (auto const& reference : references)
        if (auto inputs = resolve_reference(reading, kind, reference, named_in, key))
            all.push_back(std::move(*inputs));
    return all;
}

void check_period(LoadedExperiment const& loaded, Problems& problems)
{
    auto const* start = find(loaded.settings, "experiment.start");
    if (!start)
        return;
    auto const day = *date_in(std::get<std::string>(start->value));
    for (auto const& outlook : loaded.outlooks)
        check_begun_by(day, outlook, problems);
    for (auto const& strategy : loaded.strategies)
        check_begun_by(day, strategy, problems);
}

/// What files that are sound by themselves do not say together.
void check_together(LoadedExperiment const& loaded, Problems& problems)
{
    check_period(loaded, problems);
    for (auto const& outlook : loaded.outlooks)
        for (auto const& strategy : loaded.strategies)
            check_wage_known(outlook, strategy, problems);
}

std::optional<LoadedExperiment> load(Reading& reading, TomlTable const& toml, FileAt const& file)
{
    auto const before = reading.problems.size();
    auto stated = experiment_file_in(toml, file, reading.problems);
    LoadedExperiment loaded;
    loaded.settings = std::move(stated.settings);
    loaded.outlooks = resolve_all(reading, InputKind::outlook, stated.outlooks, file, "experiment.outlooks");
    loaded.strategies = resolve_all(reading, InputKind::strategy, stated.strategies, file, "experiment.strategies");
    if (auto behaviour =
            resolve_reference(reading, InputKind::behaviour, stated.behaviour, file, "experiment.behaviour"))
        loaded.behaviour = std::move(*behaviour);
    if (auto place = resolve_reference(reading, InputKind::place, stated.place, file, "experiment.place"))
    {
        loaded.place = std::move(*place);
        auto const& inherited = *find(loaded.place, place_inherited_path);
        Reference const reference{std::get<std::string>(inherited.value),
                                  {inherited.origin.line, inherited.origin.column}};
        auto const place_file = *find_file(reading.library, InputKind::place, stated.place.name_or_path, file);
        if (auto strategy =
                resolve_reference(reading, InputKind::strategy, reference, place_file, place_inherited_path))
            loaded.inherited = std::move(*strategy);
    }
    check_together(loaded, reading.problems);
    if (reading.problems.size() > before)
        return std::nullopt;
    auto experiment = reading.take(experiment_from(loaded.settings, file.shown));
    if (!experiment)
        return std::nullopt;
    loaded.experiment = std::move(*experiment);
    return loaded;
}

Loaded<LoadedExperiment> finished(Reading reading, std::optional<LoadedExperiment> loaded)
{
    if (!loaded)
        return {{}, each_once(reading.problems)};
    loaded->files = std::move(reading.files);
    return {std::move(loaded), {}};
}

} // namespace

Problems problems_together(LoadedExperiment const& loaded)
{
    Problems problems;
    check_together(loaded, problems);
    return problems;
}

Loaded<LoadedExperiment> load_experiment_file(Library const& library, FileAt const& file)
{
    Reading reading{library_around(library, file, InputKind::experiment)};
    auto const toml = reading.toml_of(file);
    auto loaded = toml ? load(reading, *toml, file) : std::nullopt;
    return finished(std::move(reading), std::move(loaded));
}

Loaded<LoadedExperiment> load_experiment_text(Library const& library, FileAt const& file, std::string_view text)
{
    Reading reading{library};
    auto const toml = reading.take(read_toml(text, file.shown));
    auto loaded = toml ? load(reading, *toml, file) : std::nullopt;
    return finished(std::move(reading), std::move(loaded));
}

Loaded<LoadedExperiment> load_experiment(Library const& library, std::string_view name_or_path,
                                         Overrides const& overrides)
{
    auto const file = find_file(library, InputKind::experiment, name_or_path);
    if (!file)
        return {{}, {unknown_name(library, InputKind::experiment, name_or_path)}};
    auto loaded = load_experiment_file(library, *file);
    if (!loaded.has_value())
        return loaded;
    return with_overrides(std::move(*loaded.value), overrides);
}

} // namespace caremarket
