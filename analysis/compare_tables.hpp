#pragma once

#include "analysis/compare.hpp"

#include <string>

/// The two tables of a strategy under an outlook.
namespace caremarket
{

/// Savings by financial year, against the target where there is one.
[[nodiscard]] std::string savings_table(StrategyComparison const& item);

/// The metrics asked for, over the whole run, grouped by what their numbers stand for.
[[nodiscard]] std::string metrics_table(StrategyComparison const& item);

} // namespace caremarket
