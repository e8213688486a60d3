#pragma once

#include "scenarios/resolved_inputs.hpp"

namespace caremarket
{

/// What a strategy's levers say together and no council can mean (`contradictions()` of the catalogue): a problem for
/// each service, with the first day on which it is so.
/// \pre every path of the catalogue has a sound value
[[nodiscard]] Problems contradictions_of(ResolvedInputs const& strategy);

} // namespace caremarket
