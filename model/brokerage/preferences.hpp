#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Remakes the lists of one service in one locality: providers within reach, best first, for the council's own choice
/// by price and for each taste class. The council's own supply is on none: it is called by the strategy alone.
void order_by_preference(Market& market, BehaviourAll const& behaviour, Service service, LocalityId locality);

/// How much dearer a provider seems to people of a taste class than its price, whatever that is [share]: travel and
/// rating, and what the class likes about it. The less, the better.
[[nodiscard]] double dislike_beside_price(Market const& market, BehaviourAll const& behaviour, LocalityId locality,
                                          ProviderId provider, std::size_t taste);

/// No council may place anybody there, and nobody else goes.
[[nodiscard]] bool is_under_embargo(Providers const& providers, ProviderId provider);

} // namespace caremarket
