#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// A provider's travel per hour of contact when it serves so many hours a week in a locality [share]; 0 in care homes.
[[nodiscard]] double travel_of(Inputs const& inputs, LocalityId locality, double hours);

/// Monthly accounts: margin, cost, size, dividends of every provider.
void draw_up_accounts(Market& market, Inputs const& inputs);

/// Quarterly: more pay where posts stay vacant and the work covers its cost.
void offer_pay(Market& market, Inputs const& inputs);

/// Quarterly: how many hours are guaranteed to staff.
void guarantee_hours(Market& market, Inputs const& inputs);

} // namespace caremarket
