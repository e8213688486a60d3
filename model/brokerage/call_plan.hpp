#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Sets what each council may pay this week for one person, and whom it calls in which order. Shares of the plan are
/// held against the volume of last week.
void plan_calls(Market& market, Inputs const& inputs, Week const& week);

/// Sees which places anybody may take: all that are free, and those promised to nobody. A provider under embargo has
/// none.
void look_for_room(Market const& market, Room& room);

} // namespace caremarket
