#pragma once

#include "scenarios/input_kind.hpp"
#include "scenarios/resolved_inputs.hpp"

#include <string_view>

namespace caremarket
{

/// Checks resolved inputs that did not just come from files, against today's catalogue: those of a results file, which
/// another version may have written, and those with values set over them. After it binding cannot fail.
/// \param file name to show in problems
[[nodiscard]] Problems problems_of(ResolvedInputs const& inputs, InputKind kind, std::string_view file);

} // namespace caremarket
