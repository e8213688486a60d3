#pragma once

#include "model/catalogue/description.hpp"
#include "scenarios/read_toml.hpp"
#include "scenarios/resolved_inputs.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace caremarket
{

/// Reads one value of the catalogue from its TOML:
///
///     contract_length = 4
///     uplift_rule  = "wage-weighted"
///     wage_floor   = { "2016-04-01" = 7.20, "2017-04-01" = 7.50 }
///     book_price   = { value = 15.5, source = "…", certainty = "read" }     # the value may be dated, too
///
/// \param file name to show, and to put into the origin
/// \return nothing when there are problems; they are appended
[[nodiscard]] std::optional<ResolvedValue> input_value_in(TomlValue const& toml, Description const& what,
                                                          std::string_view path, std::string_view file,
                                                          Problems& problems);

} // namespace caremarket
