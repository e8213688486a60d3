#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// World: wages, prices and rates of the date.
///
/// Reads   outlook
/// Writes  world, providers.wage (on 1 April)
/// Draws   none
/// Holds   no wage under the floor of the date. While the market warms up the world stands still at its start.
void turn_to(Market& market, Inputs const& inputs, Week const& week);

/// The world on the first day of the run.
[[nodiscard]] World world_at_start(Inputs const& inputs, Date start);

} // namespace caremarket
