#include "runners/sweep_status.hpp"

#include "analysis/results_file_layout.hpp"
#include "runners/how_many.hpp"
#include "runners/missing_parts.hpp"
#include "runners/progress.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <system_error>
#include <unordered_map>

namespace caremarket
{

namespace
{

namespace fs = std::filesystem;

constexpr std::chrono::minutes lately{10};
constexpr std::size_t failures_told = 10;

/// How long ago a part came; nothing if it was longer than `lately`.
std::optional<std::chrono::duration<double>> age_if_late(fs::path const& part)
{
    std::error_code error;
    auto const time = fs::last_write_time(part, error);
    if (error)
        return std::nullopt;
    std::chrono::duration<double> const age = fs::file_time_type::clock::now() - time;
    return age < lately ? std::optional(age) : std::nullopt;
}

void add_failures(SweepStatus& status, Plan const& plan, PlannedPart const& planned, std::vector<RunResult> const& runs)
{
    for (std::size_t i = 0; i < runs.size(); ++i)
        if (runs[i].has_failed())
            status.failed.push_back({.sample = planned.sample,
                                     .replicate = planned.key.first_replicate + i,
                                     .outlook = plan.axes.outlooks[planned.outlook],
                                     .strategy = plan.axes.strategies[planned.strategy],
                                     .why = runs[i].failure});
}

/// Runs that came lately, and in what time.
struct Pace
{
    std::size_t parts = 0, runs = 0;
    std::chrono::duration<double> span{};

    void add(std::size_t count, std::chrono::duration<double> age)
    {
        ++parts;
        runs += count;
        span = std::max(span, age);
    }
};

} // namespace

std::optional<std::chrono::seconds> SweepStatus::time_left() const
{
    if (!runs_a_second || *runs_a_second <= 0.0)
        return std::nullopt;
    return std::chrono::seconds{std::llround(static_cast<double>(to_run) / *runs_a_second)};
}

SweepStatus status_of(SweepFolder const& folder, Plan const& plan)
{
    SweepStatus status;
    status.runs = plan.axes.run_count();
    status.processes = processes_at_work(folder);
    PartStore const store = folder.parts();
    Pace pace;
    // Samples that differ only in what does not touch a cell share its parts: they are run once, and read once unless a
    // failure is to be named for each.
    struct Shared
    {
        std::size_t missing = 0;
        bool has_failures = false;
    };
    std::unordered_map<std::string, Shared> seen;
    for (PlannedPart const& planned : planned_parts(plan))
    {
        fs::path const path = store.path_of(planned.key);
        auto const earlier = seen.find(path.string());
        if (earlier != seen.end() && !earlier->second.has_failures)
        {
            status.missing += earlier->second.missing;
            continue;
        }
        PartFound const found = part_found(plan, planned, store, {});
        std::size_t const missing = found.rest.replicates.size();
        status.missing += missing;
        add_failures(status, plan, planned, found.runs);
        if (earlier != seen.end())
            continue;
        seen.emplace(path.string(), Shared{missing, std::ranges::any_of(found.runs, &RunResult::has_failed)});
        status.to_run += missing;
        if (!found.problem.empty())
            status.damaged.push_back(found.problem);
        if (auto const age = age_if_late(path); age && found.is_whole())
            pace.add(planned.key.count, *age);
    }
    status.done = status.runs - status.missing - status.failed.size();
    status.parts_lately = pace.parts;
    if (pace.parts > 1 && pace.span.count() > 0.0)
        status.runs_a_second = static_cast<double>(pace.runs) / pace.span.count();
    return status;
}

std::string status_text(SweepStatus const& status)
{
    std::string text = fmt::format("{} of {} done, {} failed, {} missing\n", status.done, how_many(status.runs, "run"),
                                   status.failed.size(), status.missing);
    for (std::size_t i = 0; i < std::min(status.failed.size(), failures_told); ++i)
    {
        FailedRun const& run = status.failed[i];
        text += fmt::format("  sample {}, {}, {}, replicate {}: {}\n", run.sample, run.outlook, run.strategy,
                            run.replicate, run.why);
    }
    if (status.failed.size() > failures_told)
        text += fmt::format("  and {} more\n", status.failed.size() - failures_told);
    for (std::string const& problem : status.damaged)
        text += problem + "\n";
    for (ProcessAtWork const& process : status.processes)
        text += fmt::format("{} runs {}; last heard of {} ago\n", process.name, process.does,
                            duration_in_words(process.ago));
    if (status.runs_a_second && status.missing > 0)
        text += fmt::format("{:.1f} runs a second over the last ten minutes; at that rate about {} left\n",
                            *status.runs_a_second, duration_in_words(*status.time_left()));
    else if (status.missing > 0)
        text += fmt::format("time left: not known, for {} in the last ten minutes and a rate needs two\n",
                            status.parts_lately == 0 ? "no part came" : "only one part came");
    return text;
}

nlohmann::ordered_json status_json(SweepStatus const& status)
{
    using Json = nlohmann::ordered_json;
    Json failed = Json::array(), processes = Json::array();
    for (FailedRun const& run : status.failed)
        failed.push_back({{"sample", run.sample},
                          {"outlook", run.outlook},
                          {"strategy", run.strategy},
                          {"replicate", run.replicate},
                          {"why", run.why}});
    for (ProcessAtWork const& process : status.processes)
        processes.push_back({{"name", process.name}, {"does", process.does}, {"seconds_ago", process.ago.count()}});
    auto const left = status.time_left();
    return {{"schema", sweep_status_schema},
            {"runs", status.runs},
            {"done", status.done},
            {"failed", failed},
            {"missing", status.missing},
            {"damaged", status.damaged},
            {"processes", processes},
            {"runs_a_second", status.runs_a_second ? Json(*status.runs_a_second) : Json()},
            {"seconds_left", left ? Json(left->count()) : Json()}};
}

} // namespace caremarket
