#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// 1 April: prices of contracts and of placements already made, usual rates, assessed charges and what people have
/// left of their capital all move.
void uplift_prices(Market& market, Inputs const& inputs, Week const& week);

} // namespace caremarket
