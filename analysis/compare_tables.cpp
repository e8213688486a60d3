#include "analysis/compare_tables.hpp"

#include "analysis/compare_layout.hpp"
#include "analysis/compare_number.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace caremarket
{

namespace
{

constexpr double most_relative = 100; // more says only that the baseline is nearly 0

double largest_of(Savings const& savings)
{
    double largest = 0;
    for (YearOfSaving const& year : savings.years)
        for (double const amount : {year.in_year.mean, year.cumulative.mean, year.target ? year.target->amount : 0.0})
            largest = std::fmax(largest, std::abs(amount));
    return largest;
}

/// A mean and half the width of its interval, as two cells.
void add_estimate(std::vector<std::string>& cells, double mean, double error, NumberSize size)
{
    NumberForm const form({.largest = std::fmax(std::abs(mean), error), .error = error}, size);
    cells.push_back(form.text(mean));
    cells.push_back(form.error_text(error));
}

void add_target(std::vector<std::string>& cells, std::optional<TargetTest> const& target, NumberSize size)
{
    if (!target)
    {
        cells.insert(cells.end(), 4, "-");
        return;
    }
    cells.push_back(NumberForm({.largest = target->amount, .error = 0}, size).text(target->amount));
    cells.push_back(fmt::format("{} of {}", target->met.met, target->met.of));
    add_estimate(cells, target->expected_shortfall, target->shortfall_error, size);
}

std::string_view unit_of(NumberSize size)
{
    return size.suffix == "bn" ? "£bn" : size.suffix == "m" ? "£m" : "£";
}

std::string group_heading(MetricDifference const& metric)
{
    if (metric.over == WholeRun::a_year)
        return metric.is_money() ? "Money, pounds a year" : "Flows, a year";
    return metric.over == WholeRun::ratio ? "Ratios, over the whole run"
                                          : fmt::format("Stocks, {}", name_of(metric.over));
}

std::string_view short_verdict(Verdict verdict)
{
    return verdict == Verdict::unjudged ? "-" : name_of(verdict);
}

std::string percent_cell(MetricDifference const& metric)
{
    auto const relative = metric.relative();
    if (!relative || std::abs(*relative) > most_relative)
        return "-";
    double const percent = *relative * 100, error = metric.difference.half_width() / std::abs(metric.baseline) * 100;
    return NumberForm({.largest = std::abs(percent), .error = error, .most_digits = 3}, {}).signed_text(percent);
}

std::string row_name(MetricDifference const& metric)
{
    return metric.service.empty() ? metric.name : metric.name + " " + metric.service;
}

std::vector<std::string> row_of(MetricDifference const& metric)
{
    double const mean = metric.difference.mean, error = metric.difference.half_width();
    double const level = std::fmax(std::abs(metric.baseline), std::abs(metric.strategy));
    NumberForm const levels({.largest = level, .error = metric.level_error}, size_for(level, metric.is_money()));
    double const largest = std::fmax(std::abs(mean), error);
    NumberForm const differences({.largest = largest, .error = error}, size_for(largest, metric.is_money()));
    return {"  " + row_name(metric),
            metric.is_money() ? "" : metric.unit,
            levels.text(metric.baseline),
            levels.text(metric.strategy),
            differences.signed_text(mean),
            differences.error_text(error),
            percent_cell(metric),
            std::string(short_verdict(metric.verdict())),
            std::to_string(metric.difference.n)};
}

} // namespace

std::string savings_table(StrategyComparison const& item)
{
    NumberSize const size = size_for(largest_of(item.savings), true);
    bool const has_target = item.savings.last_target() != nullptr;
    std::vector<TextTable::Column> columns{
        {fmt::format("year ({})", unit_of(size)), 12}, {"saved in it", 11}, {"±", 8}, {"so far", 10}, {"±", 8}};
    if (has_target)
        columns.insert(columns.end(), {{"target", 10}, {"met in", 12}, {"short by", 10}, {"±", 8}});
    TextTable table(columns);
    for (YearOfSaving const& year : item.savings.years)
    {
        std::vector<std::string> cells{financial_year_name(year.financial_year)};
        for (PairedDifference const* const saved : {&year.in_year, &year.cumulative})
            add_estimate(cells, saved->mean, saved->half_width(), {size.size, ""});
        if (has_target)
            add_target(cells, year.target, {size.size, ""});
        table.add(std::move(cells));
    }
    return table.text();
}

std::string metrics_table(StrategyComparison const& item)
{
    TextTable table({{"metric", 33},
                     {"unit", 12},
                     {"baseline", 10},
                     {"strategy", 10},
                     {"difference", 10},
                     {"±", 8},
                     {"%", 7},
                     {"verdict", 7},
                     {"n", 4}});
    std::vector<std::string> headings;
    for (MetricDifference const& metric : item.metrics)
        if (std::string const heading = group_heading(metric); std::ranges::find(headings, heading) == headings.end())
            headings.push_back(heading);
    for (std::string const& heading : headings)
    {
        table.add_heading(heading);
        for (MetricDifference const& metric : item.metrics)
            if (group_heading(metric) == heading)
                table.add(row_of(metric));
    }
    return table.text();
}

} // namespace caremarket
