#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Closes who has a reason to: out of cash, worth more closed, owner retired, forced by the regulator.
void close_who_must(Market& market, Inputs const& inputs, Week const& week);

/// Ends a provider: its contracts end, its people look for other places, its staff for other posts.
void close_provider(Market& market, Week const& week, ProviderId provider, Reason reason);

} // namespace caremarket
