#include "runners/sweep_plan.hpp"

#include "runners/commands/sweep.hpp"
#include "runners/exit_code.hpp"
#include "runners/extent.hpp"
#include "runners/library_roots.hpp"
#include "runners/missing_parts.hpp"
#include "runners/print_problems.hpp"
#include "runners/shell_words.hpp"
#include "runners/sweep_folder.hpp"
#include "runners/sweep_pilot.hpp"

#include <fmt/format.h>

#include <chrono>

namespace caremarket
{

namespace
{

/// A shard of about this much time on all threads of a machine is worth starting, and lost without much grief.
constexpr double seconds_of_a_shard = 1800.0;

std::size_t shards_worth_having(Plan const& plan, SweepCost const& cost, int threads)
{
    double const seconds =
        static_cast<double>(plan.axes.run_count()) * cost.seconds_a_run / static_cast<double>(threads);
    std::size_t const groups = plan.axes.samples.count() / plan.axes.samples.group;
    return std::clamp<std::size_t>(static_cast<std::size_t>(seconds / seconds_of_a_shard), 1, groups);
}

} // namespace

int sweep_plan(SweepPlanRequest const& request)
{
    auto const sweep = load_sweep(usual_library(), request.sweep);
    if (!sweep.has_value())
        return print_problems(sweep.problems);
    for (std::string const& line : plan_in_words(*sweep.value))
        fmt::print("{}\n", line);
    Plan plan = plan_of(*sweep.value, shell_line(request.words));
    fmt::print("{}\n", extent_in_words(*sweep.value));

    SweepFolder const folder(request.folder);
    auto const earlier = folder.earlier_plan();
    if (earlier)
        plan.replicates_per_part = earlier->replicates_per_part; // else its parts would not be found
    bool const is_there = folder.has_plan();
    folder.put_plan(plan);
    std::size_t runs_there = 0;
    if (is_there)
    {
        runs_there = parts_found(plan, planned_parts(plan), folder.parts(), {}).runs_there;
        fmt::print("{} of them are there from an earlier plan\n", runs_there);
    }
    std::string shard;
    if (request.has_pilot)
    {
        SweepCost const cost = time_some_runs(plan);
        if (runs_there == 0)
        {
            plan.replicates_per_part = replicates_worth_a_part(plan, cost);
            folder.put_plan(plan);
        }
        for (std::string const& line : cost_in_words(plan, cost, request.threads))
            fmt::print("{}\n", line);
        if (std::size_t const shards = shards_worth_having(plan, cost, request.threads); shards > 1)
            shard = fmt::format("\nor on many machines: --shard K/{}, each K from 1 to {} once", shards, shards);
    }
    fmt::print("now: caremarket sweep run {}{}\n", shell_line({&request.folder, 1}), shard);
    return exit_done;
}

} // namespace caremarket
