#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// What a provider can deliver with so much staff of its own [quarters of a unit].
/// \param staff [h/week]
[[nodiscard]] Quarters capacity_with(Market const& market, Inputs const& inputs, ProviderId provider, double staff);

} // namespace caremarket
