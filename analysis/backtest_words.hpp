#pragma once

#include "analysis/backtest.hpp"

#include <string>
#include <vector>

/// A backtest in plain English.
namespace caremarket
{

/// What the results add up to: in how many the figure lies in the model's range, and whether the model does better than
/// naive forecasts.
[[nodiscard]] std::vector<std::string> backtest_summary(Backtest const& backtest);

/// Which runs these are, and why to be careful with them.
[[nodiscard]] std::string backtest_basis(Backtest const& backtest);

/// How to read the tables, with what each quantity in them is measured by.
[[nodiscard]] std::vector<std::string> how_to_read(Backtest const& backtest);

/// "3.1 %" of levels, "1.2 points" of shares.
[[nodiscard]] std::string mean_error_text(double error, Quantity::Kind kind, int decimals = 1);

} // namespace caremarket
