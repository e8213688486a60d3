#pragma once

#include "scenarios/input_kind.hpp"
#include "scenarios/resolved_inputs.hpp"

#include <string>
#include <vector>

namespace caremarket
{

/// What a strategy, outlook or behaviour changes against the one it extends, one line of plain English a value, in the
/// order of the catalogue: `homecare: Length of a block contract: 8 years instead of 4 years`.
[[nodiscard]] std::vector<std::string> difference(ResolvedInputs const& child, ResolvedInputs const& parent,
                                                  InputKind kind);

} // namespace caremarket
