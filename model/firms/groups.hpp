#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Groups whose homes together are out of cash fail as a whole: most homes go on under other owners, the rest close.
void fail_groups(Market& market, Inputs const& inputs, Week const& week);

/// Groups that the outlook has fail on the date, whatever cash they have: the largest, until as much of what groups own has
/// failed as it says.
void fail_groups_of_outlook(Market& market, Inputs const& inputs, Week const& week);

} // namespace caremarket
