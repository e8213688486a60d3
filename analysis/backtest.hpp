#pragma once

#include "analysis/backtest_naive.hpp"
#include "analysis/backtest_published.hpp"
#include "analysis/nine_in_ten.hpp"
#include "analysis/results_file.hpp"

#include <cstddef>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// A run held against published figures, misses first, beside what naive forecasts would have said.
namespace caremarket
{

struct BacktestQuestion
{
    std::optional<std::string> strategy; ///< nothing: the baseline
    std::optional<std::string> outlook;  ///< nothing: the file's first
};

/// What the replicates say of a figure.
struct Measured
{
    double mean = 0;
    std::optional<NineInTen> range; ///< nothing below twenty replicates
    std::size_t replicates = 0;
    std::size_t left_out = 0; ///< that had nothing to divide by
};

enum class Forecaster : std::uint8_t
{
    model,
    no_change,
    wages_and_prices
};
template <>
struct NamesOf<Forecaster>
{
    static constexpr std::array<std::string_view, 3> names{"model", "no change", "wages and prices"};
};

struct BacktestRow
{
    PublishedFigure figure;
    std::optional<Measured> model;
    std::string why_not;  ///< it was not measured; empty when it was
    NaiveForecasts naive; ///< of results only

    [[nodiscard]] std::optional<double> forecast(Forecaster by) const;
    /// Forecast less what was published, in the figure's unit.
    [[nodiscard]] std::optional<double> error(Forecaster by) const;
    /// The same as a share of what was published; nothing when that is 0.
    [[nodiscard]] std::optional<double> relative_error(Forecaster by) const;
    /// The error that is shown and averaged: relative of a level, itself of a share.
    [[nodiscard]] std::optional<double> told_error(Forecaster by) const;
    /// Whether the figure lies between those of nine in ten futures; nothing when there is no such range.
    [[nodiscard]] std::optional<bool> is_inside() const;
    /// Whose forecast is nearest; nothing when there is only the model's. A naive one that is as near goes before it.
    [[nodiscard]] std::optional<Forecaster> closest() const;
};

/// The model against one naive forecast, over the results that both could foretell.
struct Contest
{
    std::size_t results = 0;
    std::size_t model_closer = 0; ///< of them
    double model = 0, naive = 0;  ///< mean absolute told errors; 0 without results
};

/// Results that may be averaged: of one quantity, or of all levels or all shares.
struct BacktestScore
{
    std::string name;
    Quantity::Kind kind = Quantity::Kind::level;
    std::size_t results = 0;
    std::size_t with_range = 0, inside = 0;
    Contest no_change, wages_and_prices;
};

struct Backtest
{
    std::string title, experiment, strategy, outlook;
    std::string published;               ///< name of the file
    std::size_t replicates = 0;          ///< that ran to their end
    std::size_t failed = 0, missing = 0; ///< left out
    int first_year = 0, years = 0;
    std::vector<std::string> care_homes; ///< services that these are in the file
    bool knows_wages_and_prices = false; ///< the file keeps those of the outlook
    std::vector<BacktestRow> results;    ///< to be predicted and measured, misses first
    std::vector<BacktestRow> told;       ///< input, and base where it could be measured: never a success
    std::vector<BacktestRow> unmeasured; ///< input and results
    std::vector<BacktestScore> by_quantity, overall;
};

/// \param published figures checked against this file
/// \param published_name to be shown
/// \throws std::invalid_argument when the strategy or outlook is not in the file; names the nearest that is
/// \throws ResultsFileError
[[nodiscard]] Backtest backtest(ResultsFile const& file, std::span<PublishedFigure const> published,
                                std::string published_name, BacktestQuestion const& question);

/// For people: at most 110 columns wide, no colour, ends with a new line.
[[nodiscard]] std::string backtest_text(Backtest const& backtest);

inline constexpr std::string_view backtest_schema = "caremarket.backtest/1";

/// For programs; described in README.md. What is unknown is null.
[[nodiscard]] nlohmann::ordered_json backtest_json(Backtest const& backtest);

} // namespace caremarket
