#pragma once

#include "analysis/parts_plan.hpp"

#include <cstdint>
#include <filesystem>

namespace caremarket
{

/// What to do when a part is not there or is damaged.
enum class MissingParts : std::uint8_t
{
    refuse, ///< nothing is written, and the error says which
    mark    ///< its runs are marked missing in the file, and have no values
};

/// Runs of an assembled file, by what became of them.
struct AssembledRuns
{
    std::size_t done = 0, failed = 0, missing = 0;
};

/// Writes the results file of a plan from its parts, one part in memory at a time: values by the recorded period and by
/// the year, compressed. It appears as `output` only when whole. The same plan and parts give the same bytes.
/// \param catalogue the metrics that go into the file
/// \throws ResultsFileError naming all parts that are missing or damaged, or why the file cannot be written
AssembledRuns assemble(Plan const& plan, PartStore const& store, std::filesystem::path const& output,
                       MissingParts missing = MissingParts::refuse,
                       MetricCatalogue const& catalogue = model_catalogue());

} // namespace caremarket
