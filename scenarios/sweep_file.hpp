#pragma once

#include "scenarios/experiment_file.hpp"
#include "scenarios/sweep.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace caremarket
{

/// What a sweep's file says, checked as far as it can be without the experiment.
struct SweepFile
{
    std::string name, title, description;
    std::string file; ///< as messages call it
    Reference experiment;
    std::vector<Reference> outlooks, strategies; ///< names among the experiment's; empty: all
    ResolvedInputs settings;                     ///< `experiment.years`, `experiment.replicates`, where given
    RecordOptions record{RecordPeriod::year, RecordSpace::place};
    Design design;                     ///< its factors know no rows of the catalogue yet
    std::optional<std::uint64_t> seed; ///< of the design
};

/// \param reading reads the table of a CSV design; what is wrong is appended to its problems, and then parts of the
///     result may be absent
[[nodiscard]] SweepFile sweep_file_in(TomlTable const& toml, FileAt const& file, Reading& reading);

} // namespace caremarket
