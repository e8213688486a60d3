#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// The council plans each quarter for what runs out, so that a tender opens in time for its route. The largest come
/// first; what officers have no time for waits a quarter, and contracts that end meanwhile run on at old terms.
void review_volumes(Market& market, Inputs const& inputs, Week const& week);

} // namespace caremarket
