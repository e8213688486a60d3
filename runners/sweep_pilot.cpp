#include "runners/sweep_pilot.hpp"

#include "analysis/results_file_layout.hpp"
#include "model/for_each_block.hpp"
#include "runners/how_many.hpp"
#include "runners/progress.hpp"
#include "runners/sweep_experiments.hpp"
#include "runners/sweep_plan.hpp"
#include "runners/sweep_run.hpp"
#include "runners/temporary_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <sys/resource.h>

namespace caremarket
{

namespace
{

constexpr double seconds_enough = 5.0;
constexpr std::size_t samples_at_most = 8;
constexpr double seconds_of_a_part = 10.0;     // what may be lost with a process, on each of its threads
constexpr std::size_t files_at_most = 100'000; // of parts; file systems slow down with more in a folder

using Watch = std::chrono::steady_clock;

double seconds_since(Watch::time_point begun)
{
    return std::chrono::duration<double>(Watch::now() - begun).count();
}

std::size_t most_memory()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

/// One replicate of every strategy, under each outlook of a sample by itself.
std::vector<RunResult> run_once(BoundExperiment const& experiment, ResultsAxes const& axes)
{
    std::vector<RunResult> all;
    for (std::size_t outlook = 0; outlook < axes.outlooks.size(); ++outlook)
    {
        ReplicateTask task{.replicate = 0, .cells = {}};
        for (std::size_t strategy = 0; strategy < axes.strategies.size(); ++strategy)
            task.cells.push_back({outlook, strategy});
        std::vector<RunResult> runs = run_replicate(experiment, task, record_shape(axes, axes.period), in_order);
        std::ranges::move(runs, std::back_inserter(all));
    }
    return all;
}

/// Bytes that one of these runs takes in a part of the usual number of them.
double bytes_of_a_run(Plan const& plan, std::vector<RunResult> const& runs)
{
    TemporaryFolder const folder("caremarket-pilot");
    PartStore const store(folder.path());
    std::size_t const count = std::min(plan.replicates_per_part, runs.size());
    Part const part{.key = {.cell_hash = "pilot", .first_replicate = 0, .count = count},
                    .version = plan.provenance.version,
                    .shape = record_shape(plan.axes, plan.axes.period),
                    .runs = {runs.begin(), runs.begin() + static_cast<std::ptrdiff_t>(count)}};
    store.write(part);
    return static_cast<double>(std::filesystem::file_size(store.path_of(part.key))) / static_cast<double>(count);
}

std::string bytes_in_words(double bytes)
{
    if (bytes < 1e6)
        return fmt::format("{:.0f} kB", std::ceil(bytes / 1e3));
    return bytes < 1e9 ? fmt::format("{:.0f} MB", bytes / 1e6) : fmt::format("{:.1f} GB", bytes / 1e9);
}

/// What a thread takes for one replicate of a sample: of all its outlooks and strategies, which run together.
double seconds_a_replicate(Plan const& plan, SweepCost const& cost)
{
    return static_cast<double>(plan.axes.outlooks.size() * plan.axes.strategies.size()) * cost.seconds_a_run;
}

std::chrono::seconds whole(double seconds)
{
    return std::chrono::seconds{static_cast<std::int64_t>(std::ceil(seconds))};
}

} // namespace

SweepCost time_some_runs(Plan const& plan)
{
    SweepCost cost;
    SweepExperiments experiments(plan, 1);
    std::size_t const samples = std::min(samples_at_most, plan.axes.samples.count());
    auto const begun = Watch::now();
    double spent = 0.0;
    for (std::size_t i = 0; i < samples && (i == 0 || seconds_since(begun) < seconds_enough); ++i)
    {
        auto const experiment = experiments.of(i * plan.axes.samples.count() / samples);
        auto const start = Watch::now();
        std::vector<RunResult> const runs = run_once(*experiment, plan.axes);
        double const seconds = seconds_since(start);
        spent += seconds;
        cost.runs_timed += runs.size();
        cost.slowest_seconds_a_run = std::max(cost.slowest_seconds_a_run, seconds / static_cast<double>(runs.size()));
        if (i == 0)
            cost.bytes_a_run = bytes_of_a_run(plan, runs);
    }
    cost.seconds_a_run = spent / static_cast<double>(cost.runs_timed);
    cost.bytes_of_memory = most_memory();
    return cost;
}

std::size_t replicates_worth_a_part(Plan const& plan, SweepCost const& cost)
{
    auto const files = [&](std::size_t replicates)
    { return plan.cell_hashes.size() * ((plan.axes.replicates + replicates - 1) / replicates); };
    double const of_one = seconds_a_replicate(plan, cost);
    std::size_t result = 1;
    for (std::size_t const more : {2, 5, 10})
        if (static_cast<double>(more) * of_one <= seconds_of_a_part || files(result) > files_at_most)
            result = more;
    return result;
}

std::vector<std::string> cost_in_words(Plan const& plan, SweepCost const& cost, int threads)
{
    std::vector<PlannedPart> const parts = parts_of_shard(plan, {});
    double runs = 0.0;
    for (PlannedPart const& part : parts)
        runs += static_cast<double>(part.key.count);
    auto const at_once = static_cast<double>(threads);
    std::size_t const together = std::min(plan.replicates_per_part, plan.axes.replicates);
    return {
        fmt::format("{} timed on one thread: {:.3f} s a run on average, {:.3f} s in the slowest sample",
                    how_many(cost.runs_timed, "run"), cost.seconds_a_run, cost.slowest_seconds_a_run),
        fmt::format("time: about {} on {}, at most about {} if all samples are as slow as the slowest",
                    duration_in_words(whole(runs * cost.seconds_a_run / at_once)),
                    how_many(static_cast<std::size_t>(threads), "thread"),
                    duration_in_words(whole(runs * cost.slowest_seconds_a_run / at_once))),
        fmt::format("kept: every {} of a sample together; a kill repeats at most about {} on each thread",
                    how_many(together, "replicate"),
                    duration_in_words(whole(static_cast<double>(together) * seconds_a_replicate(plan, cost)))),
        fmt::format("disk: about {} in {}, and once more as much when they are collected",
                    bytes_in_words(runs * cost.bytes_a_run), how_many(parts.size(), "file")),
        fmt::format("memory: about {} and {} more a thread", bytes_in_words(static_cast<double>(cost.bytes_of_memory)),
                    bytes_in_words(static_cast<double>(plan.replicates_per_part * plan.axes.outlooks.size() *
                                                       plan.axes.strategies.size()) *
                                   cost.bytes_a_run)),
    };
}

} // namespace caremarket
