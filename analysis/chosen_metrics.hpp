#pragma once

#include "analysis/results_file_contents.hpp"

#include <string>
#include <vector>

namespace caremarket
{

/// The part of a catalogue that a file of these metrics holds: those named, the parts of those that are derived, and
/// every derived one that can be formed of what is there. `chosen` of the result are the names, each once.
/// \param names empty: all of the catalogue
/// \throws std::invalid_argument when there is no such metric; tells all that are unknown, with the nearest names
[[nodiscard]] MetricCatalogue chosen_metrics(MetricCatalogue const& all, std::vector<std::string> const& names);

} // namespace caremarket
