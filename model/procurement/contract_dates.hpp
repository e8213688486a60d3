#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Contracts that begin or end this week.
void act_on_contract_dates(Market& market, Inputs const& inputs, Week const& week);

} // namespace caremarket
