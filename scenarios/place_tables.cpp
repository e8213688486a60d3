#include "scenarios/place_tables.hpp"

#include "scenarios/table_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace caremarket
{

namespace
{

using RowsByKey = std::map<std::vector<std::string>, TableRow>;

std::string key_in_words(std::vector<std::string> const& keys)
{
    return fmt::format("{}", fmt::join(keys, ", "));
}

Problem problem_in(Table const& table, std::string_view file, Position at, std::string message)
{
    auto problem = problem_at(file, at, std::move(message));
    problem.key = fmt::format("place.{}", table.name);
    return problem;
}

RowsByKey by_key(Table const& table, std::vector<TableRow> rows, std::string_view file, Problems& problems)
{
    RowsByKey sorted;
    for (auto& row : rows)
    {
        auto const [first, is_new] = sorted.try_emplace(row.keys, row);
        if (!is_new)
            problems.push_back(problem_in(table, file, row.at,
                                          fmt::format("a second row for {}; the first is in line {}",
                                                      key_in_words(row.keys), first->second.at.line)));
    }
    return sorted;
}

/// All values that a key column should take together with all values of the others.
std::vector<std::string> expected_in(Column const& column, std::size_t at, RowsByKey const& rows,
                                     Codes const& localities)
{
    if (column.kind == Column::Kind::locality)
        return {localities.begin(), localities.end()};
    if (auto const choices = choices_of(column.kind); !choices.empty())
        return {choices.begin(), choices.end()};
    std::set<std::string> seen; // dates: each that stands in one row is expected in all
    for (auto const& [keys, row] : rows)
        seen.insert(keys[at]);
    return {seen.begin(), seen.end()};
}

double count_of_combinations(std::vector<std::vector<std::string>> const& values)
{
    double count = 1;
    for (auto const& choices : values)
        count *= static_cast<double>(choices.size());
    return count;
}

/// Every combination of one value of each.
std::vector<std::vector<std::string>> combinations(std::vector<std::vector<std::string>> const& values)
{
    std::vector<std::vector<std::string>> all{{}};
    for (auto const& choices : values)
    {
        std::vector<std::vector<std::string>> longer;
        for (auto const& before : all)
            for (auto const& choice : choices)
            {
                longer.push_back(before);
                longer.back().push_back(choice);
            }
        all = std::move(longer);
    }
    return all;
}

std::string names_of_keys(Table const& table)
{
    std::vector<std::string_view> names;
    for (auto const& column : key_columns(table))
        names.push_back(column.what.name);
    return fmt::format("{}", fmt::join(names, ", "));
}

constexpr double most_named = 50; // rows missing beyond this are counted, not named

void check_complete(Table const& table, RowsByKey const& rows, Codes const& localities, std::string_view file,
                    Problems& problems)
{
    std::vector<std::vector<std::string>> expected;
    for (auto const& column : key_columns(table))
        expected.push_back(expected_in(column, expected.size(), rows, localities));
    if (auto const missing = count_of_combinations(expected) - static_cast<double>(rows.size()); missing > most_named)
    {
        problems.push_back(
            problem_in(table, file, {},
                       fmt::format("there is no row for {:.0f} combinations of {}", missing, names_of_keys(table))));
        return;
    }
    for (auto const& keys : combinations(expected))
        if (!rows.contains(keys))
            problems.push_back(problem_in(table, file, {}, fmt::format("there is no row for {}", key_in_words(keys))));
}

double number_in_row(TableRow const& row, std::string_view column)
{
    auto const cell =
        std::find_if(row.cells.begin(), row.cells.end(), [&](auto const& it) { return it.first == column; });
    return std::get<double>(cell->second.value);
}

/// Providers without capacity, or capacity without providers, is a slip of the pen.
void check_supply(Table const& table, RowsByKey const& rows, std::string_view file, Problems& problems)
{
    for (auto const& [keys, row] : rows)
        if ((number_in_row(row, "providers") > 0) != (number_in_row(row, "capacity") > 0))
            problems.push_back(
                problem_in(table, file, row.at,
                           fmt::format("{}: providers and capacity must both be zero or neither", key_in_words(keys))));
}

void add_cells(Table const& table, RowsByKey& rows, ResolvedInputs& place)
{
    for (auto& [keys, row] : rows)
        for (auto& [column, resolved] : row.cells)
            place.values.emplace(fmt::format("place.{}.{}.{}", table.name, fmt::join(keys, "."), column),
                                 std::move(resolved));
}

/// The table that defines the codes which the others use.
bool defines_localities(Table const& table)
{
    return table.name == "localities";
}

Codes codes_in(RowsByKey const& rows)
{
    Codes codes;
    for (auto const& [keys, row] : rows)
        codes.insert(keys.front());
    return codes;
}

} // namespace

void take_tables(std::map<std::string_view, CsvTable> const& tables, ResolvedInputs& place, Problems& problems)
{
    std::optional<Codes> localities;
    for (auto const& table : place_tables()) // the table of localities is the first
    {
        auto const csv = tables.find(table.name);
        auto rows = csv == tables.end() ? std::nullopt : rows_of(table, csv->second, localities, problems);
        if (!rows)
            continue;
        auto const& file = csv->second.file;
        auto sorted = by_key(table, std::move(*rows), file, problems);
        if (defines_localities(table))
            localities = codes_in(sorted);
        else if (localities && !is_of_journeys(table))
            check_complete(table, sorted, *localities, file, problems);
        if (table.name == "supply")
            check_supply(table, sorted, file, problems);
        add_cells(table, sorted, place);
    }
}

} // namespace caremarket
