#pragma once

#include "analysis/backtest_quantity.hpp"
#include "analysis/backtest_services.hpp"
#include "analysis/results_file_contents.hpp"
#include "model/enum_array.hpp"
#include "scenarios/problem.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Figures that somebody has published, to hold a run against.
namespace caremarket
{

/// What a figure is to the run.
enum class PublishedRole : std::uint8_t
{
    base,  ///< known at the start: naive forecasts build on it
    input, ///< the model was told, so agreeing with it is no success
    result ///< to be predicted
};
template <>
struct NamesOf<PublishedRole>
{
    static constexpr std::array<std::string_view, 3> names{"base", "input", "result"};
};

struct PublishedFigure
{
    Quantity const* quantity = nullptr; ///< lives as long as the program
    std::string service;                ///< of the run, care-homes or all
    int financial_year = 0;             ///< calendar year in which it begins
    double value = 0;                   ///< in `unit`
    std::string unit;                   ///< the quantity's own, whatever the figure was written in
    PublishedRole role = PublishedRole::result;
    std::string source, certainty, note;
    int line = 0;

    friend bool operator==(PublishedFigure const&, PublishedFigure const&) = default;
};

/// Reads a CSV table with the columns quantity, service, financial_year, value, unit, role, source, certainty, note.
/// Problems of all rows come together.
/// \param file name to show in problems
/// \param axes of the run, in which the years must lie; a base may lie before it
[[nodiscard]] Loaded<std::vector<PublishedFigure>> published_figures(std::string_view text, std::string_view file,
                                                                     BacktestServices const& services,
                                                                     ResultsAxes const& axes);

} // namespace caremarket
