#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Remakes the lists of one service in one locality: providers within reach, best first, for the council's own choice
/// by price and for each taste class. The council's own supply is on none: it is called by the strategy alone.
void order_by_preference(Market& market, BehaviourAll const& behaviour, Service service, LocalityId locality);

/// No council may place anybody there, and nobody else goes.
[[nodiscard]] bool is_under_embargo(Providers const& providers, ProviderId provider);

} // namespace caremarket
