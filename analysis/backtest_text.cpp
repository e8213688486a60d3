#include "analysis/backtest_words.hpp"

#include "analysis/compare_layout.hpp"
#include "analysis/compare_number.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace caremarket
{

namespace
{

constexpr int value_digits = 4;
constexpr double most_percent = 9999; // more says only that what was published is nearly 0

std::vector<TextTable::Column> const columns_of_rows{{"", 33},         {"year", 7},         {"published", 9},
                                                     {"model", 8},     {"nine in ten", 15}, {"off by", 8},
                                                     {"no change", 9}, {"wage+price", 10}};

constexpr std::ptrdiff_t columns_without_naive = 6;

/// Levels that stand in one row have one form.
NumberForm form_of(BacktestRow const& row)
{
    bool const is_money = row.figure.unit.starts_with("GBP");
    double const largest = std::fmax(std::abs(row.figure.value), row.model ? std::abs(row.model->mean) : 0);
    return NumberForm({.largest = largest, .error = 0, .most_digits = value_digits}, size_for(largest, is_money),
                      is_money ? "£" : "");
}

std::string value_text(BacktestRow const& row, double value)
{
    if (row.figure.quantity->kind == Quantity::Kind::share)
        return fmt::format("{:.1f} %", value * 100);
    return form_of(row).text(value);
}

std::string range_text(BacktestRow const& row)
{
    if (!row.model->range)
        return "-";
    auto const [low, high] = *row.model->range;
    if (row.figure.quantity->kind == Quantity::Kind::share)
        return fmt::format("{:.1f} to {:.1f} %", low * 100, high * 100);
    return value_text(row, low) + " to " + value_text(row, high);
}

/// With its sign and one decimal: "+3.1", "0.0", "+123".
std::string signed_text(double number)
{
    std::string const text = fmt::format("{:+.{}f}", number, std::abs(number) < 100 ? 1 : 0);
    return text == "-0.0" || text == "+0.0" ? "0.0" : text;
}

std::string signed_percent(double percent)
{
    if (std::abs(percent) > most_percent)
        return percent > 0 ? "> 9999 %" : "< -9999 %";
    return signed_text(percent) + " %";
}

/// What a forecast was off by, with a star if none was closer.
std::string error_text(BacktestRow const& row, Forecaster by)
{
    auto const error = row.told_error(by);
    std::string const star = row.closest() == by ? "*" : " ";
    if (!error)
        return row.error(by) ? "of 0" + star : "- ";
    if (row.figure.quantity->kind == Quantity::Kind::share)
        return signed_text(*error * 100) + " pt" + star;
    return signed_percent(*error * 100) + star;
}

std::vector<std::string> cells_of(BacktestRow const& row)
{
    PublishedFigure const& figure = row.figure;
    bool const names_service = figure.quantity->of != Quantity::Of::care_homes;
    return {
        fmt::format("  {}{}{}", figure.quantity->name, names_service ? " " : "", names_service ? figure.service : ""),
        financial_year_name(figure.financial_year),
        value_text(row, figure.value),
        value_text(row, row.model->mean),
        range_text(row),
        error_text(row, Forecaster::model),
        error_text(row, Forecaster::no_change),
        error_text(row, Forecaster::wages_and_prices)};
}

void add_group(TextTable& table, std::vector<BacktestRow> const& results, char const* heading,
               std::optional<bool> is_inside)
{
    auto const belongs = [is_inside](BacktestRow const& row) { return row.is_inside() == is_inside; };
    if (std::ranges::none_of(results, belongs))
        return;
    table.add_heading(heading);
    for (BacktestRow const& row : results)
        if (belongs(row))
            table.add(cells_of(row));
}

std::string results_section(Backtest const& backtest)
{
    std::string const head = "RESULTS: what the model had to foretell, misses first\n";
    if (backtest.results.empty())
        return head + "  none could be measured\n";
    TextTable table(columns_of_rows);
    add_group(table, backtest.results, "Outside the range", false);
    add_group(table, backtest.results, "Without a range", std::nullopt);
    add_group(table, backtest.results, "Inside the range", true);
    return head + table.text();
}

std::string told_section(Backtest const& backtest)
{
    if (backtest.told.empty())
        return "";
    std::vector<TextTable::Column> columns(columns_of_rows.begin(), columns_of_rows.begin() + columns_without_naive);
    columns.push_back({"role", 9});
    TextTable table(std::move(columns));
    for (BacktestRow const& row : backtest.told)
    {
        std::vector<std::string> cells = cells_of(row);
        cells.resize(columns_without_naive);
        cells.emplace_back(name_of(row.figure.role));
        table.add(std::move(cells));
    }
    return "\nTOLD: what the model was told or all knew at the start; agreeing is no success\n" + table.text();
}

std::string unmeasured_section(Backtest const& backtest)
{
    if (backtest.unmeasured.empty())
        return "";
    std::string text = "\nUNMEASURED\n";
    for (BacktestRow const& row : backtest.unmeasured)
        text += wrapped(fmt::format("  {} {} {}: {}", row.figure.quantity->name, row.figure.service,
                                    financial_year_name(row.figure.financial_year), row.why_not),
                        4);
    return text;
}

void add_contest(std::vector<std::string>& cells, Contest const& contest, Quantity::Kind kind)
{
    bool const any = contest.results > 0;
    cells.push_back(any ? std::to_string(contest.results) : "-");
    cells.push_back(any ? mean_error_text(contest.model, kind) : "-");
    cells.push_back(any ? mean_error_text(contest.naive, kind) : "-");
}

void add_scores(TextTable& table, std::vector<BacktestScore> const& scores, std::string const& before)
{
    for (BacktestScore const& score : scores)
    {
        std::vector<std::string> cells{before + score.name, std::to_string(score.results),
                                       score.with_range == 0 ? "-"
                                                             : fmt::format("{} of {}", score.inside, score.with_range)};
        add_contest(cells, score.no_change, score.kind);
        add_contest(cells, score.wages_and_prices, score.kind);
        table.add(std::move(cells));
    }
}

std::string summary_section(Backtest const& backtest)
{
    std::string text = "\nSUMMARY: mean absolute errors over the n results that both could foretell\n";
    if (!backtest.results.empty())
    {
        TextTable table({{"", 32},
                         {"results", 7},
                         {"inside", 8},
                         {"n", 3},
                         {"model", 11},
                         {"no change", 11},
                         {"n", 3},
                         {"model", 11},
                         {"wage+price", 11}});
        add_scores(table, backtest.by_quantity, "  ");
        add_scores(table, backtest.overall, "all ");
        text += table.text();
    }
    for (std::string const& sentence : backtest_summary(backtest))
        text += wrapped(sentence);
    return text;
}

} // namespace

std::string backtest_text(Backtest const& backtest)
{
    std::string text = wrapped(backtest.title.empty() ? backtest.experiment : backtest.title) +
                       wrapped(backtest_basis(backtest)) + "\n" + results_section(backtest) + told_section(backtest) +
                       unmeasured_section(backtest) + summary_section(backtest) + "\n";
    for (std::string const& sentence : how_to_read(backtest))
        text += wrapped(sentence, 2);
    return text;
}

} // namespace caremarket
