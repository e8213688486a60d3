#pragma once

#include "model/clock.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Contracts that ended another year since the last quarter opened are reviewed: part of what is not used is
/// guaranteed no longer, if the contract says so. By the contract's own year, and not each 1 April, for one that has
/// just begun would be judged by its first weeks.
/// \pre a quarter opens
void review_guarantees(Market& market, Week const& week);

/// Core providers' guarantees rise towards what they take beyond them.
void step_up_guarantees(Market& market, Week const& week);

/// Places that a provider has built for its contracts are there, and guaranteed from now on.
void guarantee_what_is_built(Market& market, Week const& week, ProviderId provider);

} // namespace caremarket
