#pragma once

#include "scenarios/input_kind.hpp"
#include "scenarios/resolved_inputs.hpp"

#include <string>
#include <vector>

namespace caremarket
{

/// What is no error in a sound file, but hardly what its author meant, a sentence each.
[[nodiscard]] std::vector<std::string> hints_on(ResolvedInputs const& inputs, InputKind kind);

} // namespace caremarket
