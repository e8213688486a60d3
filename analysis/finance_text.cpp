#include "analysis/compare_layout.hpp"
#include "analysis/compare_number.hpp"
#include "analysis/finance.hpp"
#include "analysis/nine_in_ten.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace caremarket
{

namespace
{

constexpr std::size_t years_in_a_table = 5;

/// Numbers of a line in one size, with four digits.
std::string value_text(FinanceLine const& line, Spread const& spread)
{
    if (!std::isfinite(spread.mean))
        return "-";
    bool const is_money = line.unit.starts_with("GBP");
    double largest = 0.0;
    for (Spread const& year : line.years)
        if (std::isfinite(year.mean))
            largest = std::fmax(largest, std::abs(year.mean));
    NumberForm const form({.largest = largest, .error = 0, .most_digits = 4}, size_for(largest, is_money),
                          is_money ? "£" : "");
    return form.text(spread.mean);
}

/// A star where some futures had nothing to measure.
std::string starred(FinanceLine const& line, Spread const& year, std::size_t futures)
{
    return value_text(line, year) + (year.futures > 0 && year.futures < futures ? "*" : "");
}

std::string range_text(FinanceLine const& line)
{
    Spread const& last = line.years.back();
    if (!std::isfinite(last.low))
        return "";
    return value_text(line, {.mean = last.low}) + " to " + value_text(line, {.mean = last.high});
}

std::string section_text(Finance const& finance, FinanceSection const& section)
{
    std::string text = section.title + (section.service.empty() ? "" : ", " + section.service) + "\n";
    for (std::size_t from = 0; from < finance.years; from += years_in_a_table)
    {
        std::size_t const until = std::min(finance.years, from + years_in_a_table);
        bool const is_last = until == finance.years;
        std::vector<TextTable::Column> columns{{"", 31}};
        for (std::size_t y = from; y < until; ++y)
            columns.push_back({financial_year_name(finance.first_year + static_cast<int>(y)), 9});
        if (is_last)
            columns.push_back({"nine in ten, last year", 20});
        TextTable table(columns);
        for (FinanceLine const& line : section.lines)
        {
            std::vector<std::string> cells{line.name};
            for (std::size_t y = from; y < until; ++y)
                cells.push_back(starred(line, line.years[y], finance.replicates));
            if (is_last)
                cells.push_back(range_text(line));
            table.add(std::move(cells));
        }
        text += table.text();
    }
    return text + "\n";
}

/// What the lines of the sections mean, each once.
std::string meanings(Finance const& finance)
{
    std::string text = "What the lines are\n";
    std::vector<std::string> said;
    for (FinanceSection const& section : finance.sections)
        for (FinanceLine const& line : section.lines)
            if (!line.meaning.empty() && std::ranges::find(said, line.name) == said.end())
            {
                said.push_back(line.name);
                auto const from = line.name.find_first_not_of(' ');
                text += wrapped(line.name.substr(from) + ": " + line.meaning + ".", 2);
            }
    return text;
}

} // namespace

std::string finance_text(Finance const& finance)
{
    std::string text = finance.title + "\n";
    text += wrapped(fmt::format("{} under {}, means over {}; {} in pounds of the day.", finance.strategy,
                                finance.outlook, counted(finance.replicates, "replicate"),
                                finance.replicates == 1 ? "one future," : "money is"));
    if (finance.replicates < futures_for_nine_in_ten)
        text += wrapped(fmt::format("No range of nine in ten: that takes {} replicates.", futures_for_nine_in_ten));
    if (!finance.is_by_month)
        text += wrapped("No reasons for the differences between years: they take a file recorded by month.");
    text += "\n";
    for (FinanceSection const& section : finance.sections)
        text += section_text(finance, section);
    if (text.find('*') != std::string::npos)
        text += wrapped("* of the futures in which there was something to measure.");
    return text + meanings(finance);
}

} // namespace caremarket
