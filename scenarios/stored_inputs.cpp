#include "scenarios/stored_inputs.hpp"

#include "model/catalogue/rows.hpp"
#include "scenarios/check_value.hpp"
#include "scenarios/commissioners.hpp"
#include "scenarios/place_tables.hpp"
#include "scenarios/resolve_place.hpp"
#include "scenarios/value_spec.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace caremarket
{

namespace
{

Problem problem_of(std::string_view file, std::string_view path, Fault fault)
{
    return {.file = std::string{file},
            .key = std::string{path},
            .message = std::move(fault.message),
            .did_you_mean = std::move(fault.did_you_mean)};
}

/// Path of a cell, taken apart.
struct Cell
{
    std::vector<std::string> keys;
    std::string column;
};

Cell cell_at(std::string_view rest)
{
    Cell cell;
    for (auto dot = rest.find('.'); dot != rest.npos; dot = rest.find('.'))
    {
        cell.keys.emplace_back(rest.substr(0, dot));
        rest.remove_prefix(dot + 1);
    }
    cell.column = rest;
    return cell;
}

/// The cells of a table as the CSV it came from, so that it can be checked as when it was read.
/// The cells of one row need not agree on their source: each cell has its own row then, which no check depends on.
CsvTable table_of(ResolvedInputs const& place, Table const& table, std::string_view file)
{
    CsvTable csv{std::string{file}, {}, {}};
    for (auto const& column : table.columns)
        csv.header.push_back({std::string{column.what.name}, {}});
    csv.header.push_back({"source", {}});
    csv.header.push_back({"certainty", {}});

    std::map<std::vector<std::string>, CsvRow> rows;
    auto const prefix = fmt::format("place.{}.", table.name);
    for (auto at = place.values.lower_bound(prefix); at != place.values.end() && at->first.starts_with(prefix); ++at)
    {
        auto const cell = cell_at(std::string_view{at->first}.substr(prefix.size()));
        auto& row = rows.try_emplace(cell.keys, CsvRow(csv.header.size())).first->second;
        std::size_t key = 0;
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (table.columns[i].is_key && key < cell.keys.size())
                row[i].text = cell.keys[key++];
            else if (table.columns[i].what.name == cell.column)
                row[i].text = canonical_text(at->second.value);
        row[table.columns.size()].text = "stored";
        row[table.columns.size() + 1].text = certainty_names[0];
    }
    for (auto& [keys, row] : rows)
        csv.rows.push_back(std::move(row));
    return csv;
}

/// Paths that belong to a place besides the values of its TOML.
std::set<std::string, std::less<>> check_tables(ResolvedInputs const& place, std::string_view file, Problems& problems)
{
    std::map<std::string_view, CsvTable> tables;
    for (auto const& table : place_tables())
        tables.emplace(table.name, table_of(place, table, file));
    ResolvedInputs rebuilt;
    take_tables(tables, rebuilt, problems);
    std::set<std::string, std::less<>> paths;
    for (auto const& [path, resolved] : rebuilt.values)
    {
        paths.insert(path);
        auto const* stored = find(place, path);
        if (stored && stored->value.index() != resolved.value.index())
            problems.push_back(
                problem_of(file, path, {"is a text where a number should be, or the other way round", {}}));
    }
    for (auto const path : {place_name_path, place_commissioners_path, place_inherited_path})
    {
        auto const* resolved = find(place, path);
        if (!resolved || !std::get_if<std::string>(&resolved->value))
            problems.push_back(problem_of(file, path, {"is missing", {}}));
        paths.emplace(path);
    }
    if (problems.empty())
        append(problems, problems_of_commissioners(place));
    return paths;
}

} // namespace

Problems problems_of(ResolvedInputs const& inputs, InputKind kind, std::string_view file)
{
    Problems problems;
    auto known = kind == InputKind::place ? check_tables(inputs, file, problems) : std::set<std::string, std::less<>>{};
    for (auto const& spec : value_specs(kind))
    {
        known.insert(spec.path);
        auto const* resolved = find(inputs, spec.path);
        auto fault = resolved ? fault_of(*spec.what, resolved->value) : Fault{"is missing", {}};
        if (fault)
            problems.push_back(problem_of(file, spec.path, std::move(*fault)));
    }
    if (!problems.empty()) // a table that is not sound makes all its cells unknown
        return problems;
    for (auto const& [path, resolved] : inputs.values)
        if (!known.contains(path))
            problems.push_back(problem_of(file, path, {"unknown value", {}}));
    return problems;
}

} // namespace caremarket
