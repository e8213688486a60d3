#include "runners/commands/sweep.hpp"

#include "analysis/chosen_metrics.hpp"
#include "analysis/leftover_files.hpp"
#include "analysis/parts_assemble.hpp"
#include "analysis/parts_reduce.hpp"
#include "runners/exit_code.hpp"
#include "runners/how_many.hpp"
#include "runners/shell_words.hpp"
#include "runners/sweep_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>

namespace caremarket
{

namespace
{

/// What collecting to the same file left when it was killed.
void remove_leftovers_of(std::filesystem::path const& output)
{
    remove_leftovers(output.has_parent_path() ? output.parent_path() : ".",
                     [&](std::string_view name) { return name == output.filename().string(); });
}

/// \throws WrongUse when one of them is unknown
MetricCatalogue metrics_of(SweepCollectRequest const& request)
try
{
    return chosen_metrics(model_catalogue(), request.metrics);
}
catch (std::invalid_argument const& problem)
{
    throw WrongUse(fmt::format("--metrics: {}", problem.what()));
}

std::vector<double> rising(std::vector<double> probabilities)
{
    std::ranges::sort(probabilities);
    probabilities.erase(std::unique(probabilities.begin(), probabilities.end()), probabilities.end());
    return probabilities;
}

AssembledRuns written(SweepCollectRequest const& request, Plan const& plan, PartStore const& parts,
                      MetricCatalogue const& metrics)
{
    MissingParts const missing = request.takes_missing ? MissingParts::mark : MissingParts::refuse;
    if (request.quantiles.empty())
        return assemble(plan, parts, request.output, missing, metrics);
    return reduce(plan, parts, request.output, {.probabilities = rising(request.quantiles), .catalogue = metrics},
                  missing);
}

} // namespace

int sweep_collect(SweepCollectRequest const& request)
{
    SweepFolder const folder(request.folder);
    Plan const plan = folder.plan();
    std::error_code error;
    if (!request.writes_over && std::filesystem::exists(request.output, error))
        throw WrongUse(fmt::format("{} exists; --force writes over it", request.output));
    MetricCatalogue const metrics = metrics_of(request);
    remove_leftovers_of(request.output);
    AssembledRuns runs;
    try
    {
        runs = written(request, plan, folder.parts(), metrics);
    }
    catch (ResultsFileError const& problem)
    {
        fmt::print(stderr,
                   "caremarket: {}\nrun what is missing with: caremarket sweep run {}\nor collect the others with "
                   "--allow-missing\n",
                   problem.what(), shell_line({&request.folder, 1}));
        return exit_failed;
    }
    fmt::print(stderr, "caremarket: {}: {} of {}", request.output, how_many(runs.done, "run"),
               how_many(plan.axes.samples.count(), "sample"));
    if (!metrics.chosen.empty())
        fmt::print(stderr, ", {}", how_many(metrics.chosen.size(), "metric"));
    if (runs.failed > 0)
        fmt::print(stderr, ", {} failed", runs.failed);
    if (runs.missing > 0)
        fmt::print(stderr, ", {} missing", runs.missing);
    if (!request.quantiles.empty())
        fmt::print(stderr, "; of each sample, outlook and strategy {} and the mean over those that are there\n",
                   how_many(rising(request.quantiles).size(), "quantile"));
    else
        fmt::print(stderr, "{}\n",
                   runs.failed + runs.missing > 0 ? "; the file says which and has no values there" : "");
    return runs.failed > 0 ? exit_failed : exit_done;
}

} // namespace caremarket
