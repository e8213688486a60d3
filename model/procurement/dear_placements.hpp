#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Officers look again, the dearest first, at people bought for on the spot at far more than the usual rate. Where there
/// is room for the person at a lower price and the person would go, the provider may take that price or lose the person.
/// Where there is not, nothing changes.
void review_dear_placements(Market& market, Inputs const& inputs, Week const& week);

} // namespace caremarket
