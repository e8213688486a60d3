#include "scenarios/experiment.hpp"
#include "scenarios/load_experiment.hpp"
#include "scenarios/name_list.hpp"
#include "scenarios/printable.hpp"
#include "scenarios/reading.hpp"
#include "scenarios/resolve_input.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace caremarket
{

namespace
{

/// A strategy's file with all it extends, read for itself.
struct StrategyFile
{
    FileAt file;
    std::optional<ResolvedInputs> strategy;
    std::vector<InputText> texts;
    Problems problems;
};

StrategyFile read_strategy(Library const& library, std::string_view path)
{
    StrategyFile result{};
    result.file = *find_file(library, InputKind::strategy, path);
    Reading reading{library_around(library, result.file, InputKind::strategy)};
    result.strategy = resolve_file(reading, InputKind::strategy, result.file);
    result.texts = std::move(reading.files);
    result.problems = std::move(reading.problems);
    return result;
}

/// Keeps the texts with those of the experiment, which are known by their names.
void keep_texts(std::vector<InputText> texts, std::vector<InputText>& kept, Problems& problems)
{
    for (auto& text : texts)
    {
        auto const at = std::lower_bound(kept.begin(), kept.end(), text.name,
                                         [](InputText const& it, std::string const& name) { return it.name < name; });
        if (at == kept.end() || at->name != text.name)
            kept.insert(at, std::move(text));
        else if (at->text != text.text)
            problems.push_back(problem_at(text.name, {}, "two files are read under this name, and they differ"));
    }
}

void add(StrategyFile read, LoadedExperiment& loaded, Problems& problems)
{
    auto const& name = read.strategy->name;
    auto const same_name = std::find_if(loaded.strategies.begin(), loaded.strategies.end(),
                                        [&](ResolvedInputs const& strategy) { return strategy.name == name; });
    if (same_name != loaded.strategies.end())
    {
        if (same_name->values.size() != read.strategy->values.size() || hash_of(*same_name) != hash_of(*read.strategy))
            problems.push_back(problem_at(read.file.shown, {},
                                          fmt::format("the experiment has another strategy {}: results could not be "
                                                      "told apart, so give the file another name",
                                                      in_quotes(name))));
        return;
    }
    if (!can_be_listed(name))
        problems.push_back(problem_at(read.file.shown, {}, "its name holds a semicolon or a control character"));
    keep_texts(std::move(read.texts), loaded.files, problems);
    loaded.experiment.strategies.push_back(name);
    loaded.strategies.push_back(std::move(*read.strategy));
}

} // namespace

Loaded<LoadedExperiment> with_strategy_files(Library const& library, LoadedExperiment loaded,
                                             std::vector<std::string> const& paths)
{
    Problems problems;
    for (auto const& path : paths)
    {
        auto read = read_strategy(library, path);
        if (read.strategy)
            add(std::move(read), loaded, problems);
        else
            append(problems, std::move(read.problems));
    }
    loaded.settings.values.at("experiment.strategies").value = joined_names(loaded.experiment.strategies);
    if (problems.empty())
        append(problems, problems_together(loaded));
    if (!problems.empty())
        return {{}, each_once(problems)};
    return {std::move(loaded), {}};
}

} // namespace caremarket
