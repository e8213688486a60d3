#pragma once

#include "scenarios/read_csv.hpp"
#include "scenarios/resolved_inputs.hpp"

#include <map>
#include <string_view>

namespace caremarket
{

/// Checks the CSV tables of a place against the catalogue and each other, and takes their cells into the place under
/// `place.<table>.<key>….<column>`. Order of rows, and which end of a journey stands first, make no difference.
///
/// Reports unknown and missing columns and cells, values out of range, unknown localities and choices, keys given twice,
/// journeys from a locality to itself, and rows that other rows let expect: each locality has supply of each service, and
/// population of each band on each date that stands in the table.
/// \param tables by name; one that could not be read is absent
void take_tables(std::map<std::string_view, CsvTable> const& tables, ResolvedInputs& place, Problems& problems);

} // namespace caremarket
