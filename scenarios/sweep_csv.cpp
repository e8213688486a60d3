#include "scenarios/sweep_csv.hpp"

#include "scenarios/nearest_name.hpp"
#include "scenarios/printable.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace caremarket
{

namespace
{

Factor factor_of(CsvTable const& table, std::size_t column, Problems& problems)
{
    auto const& head = table.header[column];
    Factor factor{.path = head.text, .file = table.file, .at = head.at};
    for (auto const& row : table.rows)
    {
        auto const& cell = row[column];
        if (cell.text.empty())
            problems.push_back({.file = table.file,
                                .line = cell.at.line,
                                .column = cell.at.column,
                                .key = head.text,
                                .message = "is empty: every row of a design gives every factor a value"});
        factor.values.push_back(cell.text);
        factor.values_at.push_back(cell.at);
    }
    return factor;
}

} // namespace

std::vector<Factor> factors_of(CsvTable const& table, std::vector<std::string> const& ignored, Problems& problems)
{
    std::vector<Factor> factors;
    Problems empty_cells;
    for (std::size_t column = 0; column < table.header.size(); ++column)
        if (std::find(ignored.begin(), ignored.end(), table.header[column].text) == ignored.end())
            factors.push_back(factor_of(table, column, empty_cells));
    if (table.rows.empty())
        problems.push_back(problem_at(table.file, {}, "has no rows"));
    std::ranges::stable_sort(empty_cells, {}, &Problem::line);
    append(problems, first_told(std::move(empty_cells), "empty cells"));
    return factors;
}

std::optional<Problem> problem_of_ignored(CsvTable const& table, std::string_view name)
{
    std::vector<std::string> columns;
    for (auto const& cell : table.header)
        columns.push_back(cell.text);
    if (std::find(columns.begin(), columns.end(), name) != columns.end())
        return std::nullopt;
    return Problem{.message = fmt::format("{} has no column {}", table.file, in_quotes(name)),
                   .did_you_mean = nearest_name(name, columns)};
}

} // namespace caremarket
