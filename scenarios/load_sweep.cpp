#include "scenarios/load_sweep.hpp"

#include "scenarios/load_experiment.hpp"
#include "scenarios/nearest_name.hpp"
#include "scenarios/printable.hpp"
#include "scenarios/sweep_check.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace caremarket
{

namespace
{

std::optional<LoadedExperiment> experiment_of(Reading& reading, Reference const& reference, FileAt const& named_in)
{
    auto const file = referenced_file(reading, InputKind::experiment, reference, named_in, "sweep.experiment");
    return file ? reading.take(load_experiment_file(reading.library, *file)) : std::nullopt;
}

/// Files of both, sorted by name, none twice.
std::vector<InputText> all_files(std::vector<InputText> files, std::vector<InputText> const& more)
{
    files.insert(files.end(), more.begin(), more.end());
    std::ranges::sort(files, {}, &InputText::name);
    auto const has_same_name = [](InputText const& a, InputText const& b) { return a.name == b.name; };
    files.erase(std::unique(files.begin(), files.end(), has_same_name), files.end());
    return files;
}

std::vector<std::string> texts_of(std::vector<Reference> const& references)
{
    std::vector<std::string> names;
    names.reserve(references.size());
    for (auto const& reference : references)
        names.push_back(reference.name_or_path);
    return names;
}

/// Says of every name that the experiment does not have where it stands.
void check_names(std::vector<Reference> const& names, std::vector<std::string> const& known, std::string_view one,
                 std::string_view key, std::string const& file, Problems& problems)
{
    for (auto const& [name, at] : names)
        if (std::find(known.begin(), known.end(), name) == known.end())
            problems.push_back({.file = file,
                                .line = at.line,
                                .column = at.column,
                                .key = "sweep." + std::string{key},
                                .message = fmt::format("the experiment has no {} {}", one, in_quotes(name)),
                                .did_you_mean = nearest_name(name, known)});
}

/// The experiment with what the sweep's own file says of it.
std::optional<LoadedExperiment> cut_to(SweepFile const& stated, LoadedExperiment loaded, Problems& problems)
{
    auto const before = problems.size();
    check_names(stated.outlooks, loaded.experiment.outlooks, "outlook", "outlooks", stated.file, problems);
    check_names(stated.strategies, loaded.experiment.strategies, "strategy", "strategies", stated.file, problems);
    if (problems.size() > before)
        return std::nullopt;
    if (!stated.outlooks.empty())
        loaded = *with_outlooks(std::move(loaded), texts_of(stated.outlooks)).value;
    if (!stated.strategies.empty())
        loaded = *with_strategies(std::move(loaded), texts_of(stated.strategies)).value;
    for (auto const& [path, value] : stated.settings.values)
        loaded.settings.values.insert_or_assign(path, value);
    loaded.experiment = *experiment_from(loaded.settings, stated.file).value;
    return loaded;
}

std::optional<int> replicates_in(SweepFile const& stated)
{
    auto const* replicates = find(stated.settings, "experiment.replicates");
    if (!replicates)
        return std::nullopt;
    return static_cast<int>(std::get<double>(replicates->value));
}

} // namespace

Loaded<Sweep> sweep_over(LoadedExperiment loaded, SweepFile stated)
{
    Problems problems;
    Sweep sweep;
    auto const seed = stated.seed.value_or(loaded.experiment.seed);
    auto cut = cut_to(stated, std::move(loaded), problems);
    if (!cut)
        return {{}, std::move(problems)};
    sweep.loaded = std::move(*cut);
    sweep.loaded.files.clear();
    sweep.replicates = replicates_in(stated);
    sweep.name = std::move(stated.name);
    sweep.title = std::move(stated.title);
    sweep.description = std::move(stated.description);
    sweep.file = std::move(stated.file);
    sweep.record = stated.record;
    sweep.design = std::move(stated.design);
    sweep.design.seed = seed;
    problems = check_factors(sweep.loaded, sweep.design);
    if (problems.empty())
    {
        sweep.rows = rows_of(sweep.design);
        problems = problems_of_rows(sweep);
    }
    if (!problems.empty())
        return {{}, each_once(problems)};
    return {std::move(sweep), {}};
}

Loaded<Sweep> load_sweep_file(Library const& library, FileAt const& file)
{
    Reading reading{library_around(library, file, InputKind::sweep)};
    auto const toml = reading.toml_of(file);
    auto stated = toml ? sweep_file_in(*toml, file, reading) : SweepFile{};
    auto loaded = experiment_of(reading, stated.experiment, file);
    if (!loaded || !reading.problems.empty())
        return {{}, each_once(reading.problems)};
    auto files = all_files(std::move(reading.files), loaded->files);
    auto sweep = sweep_over(std::move(*loaded), std::move(stated));
    if (sweep.has_value())
        sweep.value->files = std::move(files);
    return sweep;
}

Loaded<Sweep> load_sweep(Library const& library, std::string_view name_or_path)
{
    auto const file = find_file(library, InputKind::sweep, name_or_path);
    if (!file)
        return {{}, {unknown_name(library, InputKind::sweep, name_or_path)}};
    return load_sweep_file(library, *file);
}

} // namespace caremarket
