#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Adds a provider with the traits its key gives it, whenever it opens: without people, staff or cash.
/// \param size beds, or units a week it is made for
ProviderId open_provider(Market& market, Inputs const& inputs, EntityKey key, Service service, LocalityId locality,
                         double size, Sector sector);

/// Whose a newcomer is: a firm's or a charity's.
[[nodiscard]] Sector sector_of_newcomer(Market const& market, Inputs const& inputs, EntityKey key, Service service);

/// Its owners put in its opening cash, and it engages part of the staff it wants.
/// \param staffed share of the posts for its full size
void equip_provider(Market& market, Inputs const& inputs, ProviderId provider, double staffed);

} // namespace caremarket
