#pragma once

#include "model/inputs/inputs.hpp"
#include "scenarios/resolved_inputs.hpp"

/// Resolved inputs as the model reads them.
namespace caremarket
{

/// \pre checked: every path of the catalogue has a sound value
[[nodiscard]] Place place_from(ResolvedInputs const& inputs);
[[nodiscard]] Outlook outlook_from(ResolvedInputs const& inputs);
[[nodiscard]] Behaviour behaviour_from(ResolvedInputs const& inputs);
[[nodiscard]] Strategy strategy_from(ResolvedInputs const& inputs);

} // namespace caremarket
