#pragma once

#include "scenarios/problem.hpp"
#include "scenarios/resolved_inputs.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Which council is answerable for which locality of a place: the one there is, or the one that the locality's row of
/// the table names.
namespace caremarket
{

inline constexpr std::string_view place_commissioners_path = "place.commissioners";

/// Path of the cell that names the commissioner of a locality.
[[nodiscard]] std::string commissioner_path(std::string_view locality);

/// What is wrong with them: somebody unknown, several of whom a locality names none, one who is answerable for nothing.
/// \pre the place's tables and names were read without a problem
[[nodiscard]] Problems problems_of_commissioners(ResolvedInputs const& place);

} // namespace caremarket
