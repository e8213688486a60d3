#pragma once

#include "analysis/results_file_contents.hpp"
#include "model/record.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What care costs the council [GBP]: spend on care net of what clients pay, voids included, tenders, commissioning
/// officers, its own capital in own supply, what it gives towards buildings, and what it invests to save. The cost is the sum of the metrics named
/// here, and of no others.
namespace caremarket
{

/// Those that are kept by service.
inline constexpr std::string_view costs_by_service[] = {"net_spend", "procurement_spend"};

/// Those of all services together; older files do not have them.
inline constexpr std::string_view costs_of_the_whole[] = {"officer_spend", "own_supply_capital", "building_grants",
                                                          "invest_to_save"};

/// All that this catalogue has. Without those of the first kind the cost is not known, and reading them says so.
[[nodiscard]] std::vector<std::string> cost_metrics(MetricCatalogue const& catalogue);

/// Parts of what care costs the council that were left out when a file was made of chosen metrics; empty: that cost can
/// be told.
[[nodiscard]] std::vector<std::string> costs_left_out(MetricCatalogue const& catalogue);

/// The cost over one run of this model, before it is in any file [pence].
[[nodiscard]] std::int64_t council_cost(Record const& run);

} // namespace caremarket
