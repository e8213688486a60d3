#include "analysis/parts_reduce.hpp"

#include "analysis/reduced_file_writer.hpp"
#include "analysis/results_file_on_disk.hpp"

namespace caremarket
{

AssembledRuns reduce(Plan const& plan, PartStore const& store, std::filesystem::path const& output,
                     Reduction const& reduction, MissingParts missing)
{
    expect_own_axes(plan.axes);
    TemporaryFile file{output};
    ReducedFileWriter writer(file.path(), plan, reduction);
    auto const take = [&](PlannedPart const& planned, std::span<RunResult const> runs)
    {
        writer.add(runs, planned.key.count);
        if (planned.key.first_replicate + planned.key.count == plan.axes.replicates) // the last of its cell
            writer.write({.sample = planned.sample, .outlook = planned.outlook, .strategy = planned.strategy});
    };
    AssembledRuns const runs = read_planned_parts(plan, store, missing, take);
    writer.finish();
    file.commit();
    return runs;
}

} // namespace caremarket
