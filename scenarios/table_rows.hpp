#pragma once

#include "model/catalogue/rows.hpp"
#include "scenarios/read_csv.hpp"
#include "scenarios/resolved_inputs.hpp"

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace caremarket
{

using Codes = std::set<std::string, std::less<>>;

/// A row of a place's table, checked by itself.
struct TableRow
{
    std::vector<std::string> keys; ///< in the order of the key columns, in canonical form
    std::vector<std::pair<std::string_view, ResolvedValue>> cells; ///< the other columns, by name
    Position at;
};

/// Checks header and cells of one table against the catalogue.
/// \param localities codes that other tables may use; nothing if the table of localities could not be read
/// \return nothing if there is any problem
[[nodiscard]] std::optional<std::vector<TableRow>> rows_of(Table const& table, CsvTable const& csv,
                                                           std::optional<Codes> const& localities, Problems& problems);

/// Columns that make the key of a row.
[[nodiscard]] std::vector<Column> key_columns(Table const& table);

/// Whether keys are two localities, so that either may stand first.
[[nodiscard]] bool is_of_journeys(Table const& table);

/// Names a column may hold, if it is one of choices: services, age bands.
[[nodiscard]] std::span<std::string_view const> choices_of(Column::Kind kind);

} // namespace caremarket
