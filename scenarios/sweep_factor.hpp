#pragma once

#include "scenarios/design.hpp"
#include "scenarios/read_toml.hpp"

#include <optional>
#include <string_view>

namespace caremarket
{

/// Reads one factor of a sweep file:
///
///     "outlook.all.demand_growth"           = { range = [0.00, 0.04] }
///     "behaviour.all.search_weeks"          = { distribution = "log-uniform", range = [2, 20] }
///     "behaviour.homecare.quit_rate"        = { distribution = "normal", mean = 0.32, spread = 0.05, range = [0.1, 0.6] }
///     "behaviour.all.hires_from_sector"     = { distribution = "triangular", range = [0.4, 0.9], mode = 0.67 }
///     "strategy.homecare.uplift_rule"       = { values = ["cpi", "wage-weighted"] }
///     "strategy.homecare.mix_block"         = { range = [0, 0.6], levels = 4 }    # of a grid
///
/// \return nothing when there are problems; they are appended. Its row of the catalogue is not looked for.
[[nodiscard]] std::optional<Factor> factor_in(TomlEntry const& entry, DesignKind kind, std::string_view file,
                                              Problems& problems);

} // namespace caremarket
