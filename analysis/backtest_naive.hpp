#pragma once

#include "analysis/backtest_published.hpp"
#include "analysis/results_file.hpp"
#include "model/inputs/dated.hpp"

#include <optional>
#include <span>
#include <string_view>

/// What somebody would foretell who has no model: the yardstick of one that has.
namespace caremarket
{

/// In care; the rest follows consumer prices. Part of the yardstick and not a parameter: one that could be set would
/// be no yardstick.
inline constexpr double wage_share_of_prices = 0.7;

/// Wages and prices as an outlook has them.
class WagesAndPrices
{
public:
    WagesAndPrices(Dated wage_floor, Dated inflation)
        : wage_floor_(std::move(wage_floor)), inflation_(std::move(inflation))
    {}

    /// How prices rise on each 1 April behind a financial year up to that of another, multiplied: by 0.7 times the
    /// growth of the wage floor and 0.3 times that of consumer prices.
    [[nodiscard]] double growth(int from_financial_year, int to_financial_year) const;

private:
    Dated wage_floor_, inflation_;
};

/// From the inputs kept in a results file; nothing if it does not keep both for this outlook.
[[nodiscard]] std::optional<WagesAndPrices> wages_and_prices_in(StoredInputs const& inputs, std::string_view outlook);

struct NaiveForecasts
{
    std::optional<double> no_change;        ///< the last base before the year
    std::optional<double> wages_and_prices; ///< of prices: that base, grown; of a price's growth: theirs
};

/// \param known figures among which the base is looked for
[[nodiscard]] NaiveForecasts naive_forecasts(PublishedFigure const& figure, std::span<PublishedFigure const> known,
                                             std::optional<WagesAndPrices> const& costs);

} // namespace caremarket
