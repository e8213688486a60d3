#pragma once

#include "analysis/parts_plan.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>

namespace caremarket
{

/// What to do when a part is not there or is damaged.
enum class MissingParts : std::uint8_t
{
    refuse, ///< nothing is written, and the error says which
    mark    ///< its runs are marked missing in the file, and have no values
};

/// Runs of a file made of parts, by what became of them.
struct AssembledRuns
{
    std::size_t done = 0, failed = 0, missing = 0;
};

/// A plan of a program with other services or channels would put values under the wrong names. To be asked before a file
/// is begun. \throws ResultsFileError
void expect_own_axes(ResultsAxes const& axes);

/// Takes the runs of a part; none if it is missing and that is to be marked.
using TakeRuns = std::function<void(PlannedPart const&, std::span<RunResult const>)>;

/// Reads the parts of a plan, one in memory at a time, in the order of planned_parts.
/// \throws ResultsFileError naming all parts that are missing or damaged, when that is to be refused; after the first such
///     none is taken
AssembledRuns read_planned_parts(Plan const& plan, PartStore const& store, MissingParts missing, TakeRuns const& take);

} // namespace caremarket
