#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// What the providers of one block can deliver this week.
///
/// Reads   providers.{staff, size}
/// Writes  providers.{capacity, occupancy}
/// Draws   none
/// Holds   homes: beds, bounded by safe staffing; homecare: staff hours net of travel. Less staff than the people
///         already there need is made up by agency staff; nobody is turned out, nobody is added.
void set_capacity(Market& market, Inputs const& inputs, Week const& week, std::size_t block);

} // namespace caremarket
