#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Each provider takes who proposed to it, displaced people first, then who waited longest, then by lot, as far as its
/// room goes; who is taken is in care from the first day.
void accept_proposals(Market& market, Inputs const& inputs, Week const& week);

/// Counts who still waits, and lets them wait a week longer.
void count_waiting(Market& market, Week const& week, std::size_t block);

/// What everybody can see of how much waits.
void see_what_waits(Market& market);

} // namespace caremarket
