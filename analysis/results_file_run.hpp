#pragma once

#include "model/record.hpp"

#include <string>

namespace caremarket
{

/// What one run leaves: its record, or why it failed.
struct RunResult
{
    Record record;       ///< empty if the run failed
    std::string failure; ///< empty if it did not

    [[nodiscard]] bool has_failed() const { return !failure.empty(); }
    friend bool operator==(RunResult const&, RunResult const&) = default;
};

/// The same record by longer periods, or for the place as a whole: flows are added up, of stocks the last value of each
/// period is taken, localities are added up.
/// \pre target.periods divides the record's; target.localities is the record's or 1
[[nodiscard]] Record coarsened(Record const& fine, RecordShape target);

/// Whether `coarsened` can make the one shape from the other.
[[nodiscard]] bool can_coarsen(RecordShape fine, RecordShape target);

} // namespace caremarket
