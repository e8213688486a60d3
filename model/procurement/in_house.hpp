#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// The council's own supply: opened where the plan wants it, after the time that opening takes anybody; grown and
/// shrunk with the plan; closed when the plan wants none. It never closes for want of money.
void plan_own_supply(Market& market, Inputs const& inputs, Week const& week);

/// Closes what the plan wants no longer, when the week is over.
void close_own_supply(Market& market, Week const& week);

/// Opens what is due this week.
void open_own_supply(Market& market, Inputs const& inputs, Week const& week);

} // namespace caremarket
