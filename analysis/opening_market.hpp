#pragma once

#include "analysis/results_file.hpp"
#include "model/inputs/place.hpp"

#include <string>
#include <vector>

namespace caremarket
{

/// Where the market with which the runs begin is not the one of the place's tables: while it warms up, providers that do
/// not pay close and people find places or none. A sentence for each service and quantity (providers, capacity,
/// council-supported people) that is off by more than a tenth, on average over futures under the baseline and the first
/// outlook, at the end of the first month. Nothing of a file recorded more coarsely.
/// \throws ResultsFileError
[[nodiscard]] std::vector<std::string> cautions_about_opening(ResultsFile const& file, Place const& place);

} // namespace caremarket
