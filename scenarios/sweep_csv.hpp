#pragma once

#include "scenarios/design.hpp"
#include "scenarios/problem.hpp"
#include "scenarios/read_csv.hpp"

#include <optional>
#include <string>
#include <vector>

namespace caremarket
{

/// A factor for each column whose name is not among `ignored`, its values in the order of the rows. Every cell must be
/// filled in.
[[nodiscard]] std::vector<Factor> factors_of(CsvTable const& table, std::vector<std::string> const& ignored,
                                             Problems& problems);

/// Without place: that there is no such column.
[[nodiscard]] std::optional<Problem> problem_of_ignored(CsvTable const& table, std::string_view name);

} // namespace caremarket
