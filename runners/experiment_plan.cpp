#include "runners/experiment_plan.hpp"

#include "build_facts.hpp"
#include "scenarios/sha256.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace caremarket
{

namespace
{

std::string behaviour_version()
{
    return std::to_string(build_facts::behaviour_version);
}

ResultsAxes axes_of(LoadedExperiment const& loaded, RecordOptions record)
{
    Experiment const& experiment = loaded.experiment;
    ResultsAxes axes{.outlooks = experiment.outlooks,
                     .strategies = experiment.strategies,
                     .replicates = static_cast<std::size_t>(experiment.replicates),
                     .first_year = financial_year_of(experiment.start),
                     .years = experiment.years,
                     .locality_codes = {},
                     .locality_names = {},
                     .period = record.period,
                     .space = record.space};
    Place const place = inputs_before_start(loaded, 0).place;
    for (LocalityInput const& locality : place.localities)
    {
        axes.locality_codes.push_back(locality.code);
        axes.locality_names.push_back(locality.name);
        axes.locality_commissioners.push_back(place.commissioners.at(locality.commissioner));
    }
    return axes;
}

std::string now()
{
    auto const seconds = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(seconds));
}

Provenance provenance_of(LoadedExperiment const& loaded, std::string const& command)
{
    return {.title = loaded.experiment.title,
            .institution = {},
            .source = fmt::format("caremarket {}", build_facts::version),
            .references = {},
            .comment = loaded.settings.description,
            .history = now() + ' ' + command,
            .version = std::string(build_facts::version),
            .git_revision = std::string(build_facts::git_revision),
            .compiler = std::string(build_facts::compiler),
            .dirty = build_facts::dirty,
            .seed = static_cast<std::int64_t>(loaded.experiment.seed),
            .inputs_hash = inputs_hash_of(loaded),
            .behaviour_version = build_facts::behaviour_version,
            .experiment = loaded.experiment.name,
            .baseline = loaded.experiment.baseline,
            .savings_target = loaded.experiment.target};
}

} // namespace

std::vector<std::string> cell_hashes_of(LoadedExperiment const& loaded)
{
    std::vector<std::string> hashes;
    for (std::size_t outlook = 0; outlook < loaded.outlooks.size(); ++outlook)
        for (std::size_t strategy = 0; strategy < loaded.strategies.size(); ++strategy)
            hashes.push_back(cell_hash(loaded, outlook, strategy, behaviour_version()));
    return hashes;
}

std::string inputs_hash_of(LoadedExperiment const& loaded)
{
    ResolvedInputs settings = loaded.settings;
    settings.values.erase("experiment.replicates");
    std::string all = hash_of(settings);
    for (std::string const& hash : cell_hashes_of(loaded))
        all += '\n' + hash;
    return sha256_of(all);
}

Plan plan_of(LoadedExperiment const& loaded, RecordOptions record, std::string const& command)
{
    return {.axes = axes_of(loaded, record),
            .provenance = provenance_of(loaded, command),
            .inputs = {.files = loaded.files, .resolved = {{std::string(stored_experiment), to_text(loaded)}}},
            .cell_hashes = cell_hashes_of(loaded)};
}

Loaded<LoadedExperiment> experiment_of(StoredInputs const& inputs, std::string const& file)
{
    auto const stored = std::ranges::find(inputs.resolved, stored_experiment, &ResolvedInput::name);
    if (stored == inputs.resolved.end())
        return {{}, {{.file = file, .message = "it does not hold the experiment it was made from"}}};
    return experiment_from_text(stored->text, file);
}

} // namespace caremarket
