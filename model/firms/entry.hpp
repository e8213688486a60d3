#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Firms that look at opening in a locality, each quarter.
void consider_entries(Market& market, Inputs const& inputs, Week const& week);

/// Opens entrants whose lead is over.
void open_who_is_due(Market& market, Inputs const& inputs, Week const& week);

} // namespace caremarket
