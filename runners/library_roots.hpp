#pragma once

#include "scenarios/library.hpp"

namespace caremarket
{

/// Where scenarios are looked for by name: the folder in CAREMARKET_SCENARIOS, if set; then `share/caremarket/scenarios`
/// beside the installed program, or, when it runs from its build folder, `scenarios` of its sources.
/// \throws WrongUse when CAREMARKET_SCENARIOS is no folder
[[nodiscard]] Library usual_library();

} // namespace caremarket
