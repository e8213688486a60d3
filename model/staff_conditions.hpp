#pragma once

#include "model/market.hpp"

namespace caremarket
{

/// What contracts in force say of their staff comes true: an hour under a contract earns at least its floor, and of the
/// hours under it the share that it says is guaranteed. A provider's hours are shared out by volume used.
///
/// pay_lift = sum over its contracts of used / all its volume x (floor - wage), where the floor is above the wage
/// hours_floor = sum of used / all its volume x the share guaranteed under the contract
///
/// Writes providers.{pay_lift, living_wage_part, hours_floor, guaranteed_hours}
void meet_staff_conditions(Market& market);

} // namespace caremarket
