#include "analysis/parts_assemble.hpp"

#include "analysis/results_file_on_disk.hpp"
#include "analysis/results_file_writer.hpp"

namespace caremarket
{

AssembledRuns assemble(Plan const& plan, PartStore const& store, std::filesystem::path const& output,
                       MissingParts missing, MetricCatalogue const& catalogue)
{
    expect_own_axes(plan.axes);
    TemporaryFile file{output};
    ResultsWriter writer(file.path(), plan.axes, plan.provenance, plan.inputs, plan.replicates_per_part, catalogue);
    AssembledRuns const runs = read_planned_parts(plan, store, missing,
                                                  [&](PlannedPart const& planned, std::span<RunResult const> of_part)
                                                  {
                                                      if (!of_part.empty())
                                                          writer.write({.sample = planned.sample,
                                                                        .outlook = planned.outlook,
                                                                        .strategy = planned.strategy,
                                                                        .replicate = planned.key.first_replicate},
                                                                       of_part);
                                                  });
    writer.finish();
    file.commit();
    return runs;
}

} // namespace caremarket
