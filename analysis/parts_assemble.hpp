#pragma once

#include "analysis/parts_reading.hpp"

#include <filesystem>

namespace caremarket
{

/// Writes the results file of a plan from its parts, one part in memory at a time: values by the recorded period and by
/// the year, compressed. It appears as `output` only when whole. The same plan and parts give the same bytes.
/// \param catalogue the metrics that go into the file
/// \throws ResultsFileError naming all parts that are missing or damaged, or why the file cannot be written
AssembledRuns assemble(Plan const& plan, PartStore const& store, std::filesystem::path const& output,
                       MissingParts missing = MissingParts::refuse,
                       MetricCatalogue const& catalogue = model_catalogue());

} // namespace caremarket
