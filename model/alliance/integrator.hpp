#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// A month of the council's work as integrator of its alliances. Each needs some of officers' time; where there is none,
/// members fall out more often. A dispute takes officers' time, too; one that nobody settles ends with the member that
/// earns least by it giving notice.
///
/// Reads   contracts, providers' costs; draws Purpose::dispute, one for each alliance and month
/// Writes  councils' officers, contracts.{is_handed_back, ends}
/// Source  Suffolk community services procurement 2016, 29 c and e: the commissioner as system integrator, and how
///         conflict within an alliance will be resolved
void integrate_alliances(Market& market, Inputs const& inputs, Week const& week);

} // namespace caremarket
