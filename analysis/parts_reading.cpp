#include "analysis/parts_reading.hpp"

#include "analysis/results_file_layout.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

constexpr std::size_t problems_shown = 10;

PartRead read_for(ResultsAxes const& axes, PartStore const& store, PartKey const& key)
{
    PartRead result = store.read(key);
    if (result.part && !can_coarsen(result.part->shape, record_shape(axes, axes.period)))
        return {std::nullopt, store.path_of(key).string() + ": recorded more coarsely than the plan asks"};
    return result;
}

[[noreturn]] void refuse(std::vector<std::string> const& problems, std::size_t parts)
{
    std::string text =
        std::to_string(problems.size()) + " of " + std::to_string(parts) + " parts are missing or damaged:";
    for (std::size_t i = 0; i < std::min(problems.size(), problems_shown); ++i)
        text += "\n  " + problems[i];
    if (problems.size() > problems_shown)
        text += "\n  and " + std::to_string(problems.size() - problems_shown) + " more";
    throw ResultsFileError(text);
}

void count(AssembledRuns& runs, Part const& part)
{
    auto const failed = static_cast<std::size_t>(std::ranges::count_if(part.runs, &RunResult::has_failed));
    runs.failed += failed;
    runs.done += part.runs.size() - failed;
}

} // namespace

void expect_own_axes(ResultsAxes const& axes)
{
    if (axes.services != service_names() || axes.channels != channel_names())
        throw ResultsFileError("the plan names services or channels this version of caremarket does not have: "
                               "plan again with this version");
}

AssembledRuns read_planned_parts(Plan const& plan, PartStore const& store, MissingParts missing, TakeRuns const& take)
{
    std::vector<std::string> problems;
    AssembledRuns runs;
    for (std::size_t number = 0; number < part_count(plan); ++number)
    {
        PlannedPart const planned = planned_part(plan, number);
        PartRead const result = read_for(plan.axes, store, planned.key);
        if (!result.part)
        {
            problems.push_back(result.problem);
            runs.missing += planned.key.count;
        }
        else
            count(runs, *result.part);
        bool const is_in_vain = !problems.empty() && missing == MissingParts::refuse;
        if (!is_in_vain) // else go on only to tell of all problems together
            take(planned, result.part ? std::span<RunResult const>(result.part->runs) : std::span<RunResult const>{});
    }
    if (!problems.empty() && missing == MissingParts::refuse)
        refuse(problems, part_count(plan));
    return runs;
}

} // namespace caremarket
