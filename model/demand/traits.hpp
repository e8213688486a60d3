#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Fills the traits of a person whose key and stratum stand in the slot: need, charge, taste, length of care.
/// \param days of the week on one of which the person comes; 0: is here from its beginning
void draw_traits(Market& market, Inputs const& inputs, LocalityId locality, PersonSlot person, std::int32_t days);

/// A council-supported person is assessed anew, for another service, to stay: need, charge, home and capital are what
/// the same lots say for it. What is left of the length of care is counted by the new service's hazards.
void assess_anew(Market& market, Inputs const& inputs, LocalityId locality, PersonSlot person, Service service,
                 std::int32_t week);

} // namespace caremarket
