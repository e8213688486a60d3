#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Every open provider pays its staff, suppliers and owners for the week; the council bears what its own supply cost.
void pay_costs(Market& market, Inputs const& inputs, Week const& week);

/// Adds what providers received this week and what was left of it to the months and places it belongs to.
/// \pre Delivery::income_before and cost_before hold providers' accounts before the week
void add_up_income(Market& market, Week const& week);

} // namespace caremarket
