#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Everybody of a block who waits, with this week's lots, at the start of every list.
void gather_seekers(Market& market, Week const& week, std::size_t block);

/// What each seeker of a block asks for next: the council for its people along its order of calls, everybody else for
/// themselves. A seeker moves on past what can no longer be had, for room only shrinks within a week; and past offers
/// that the person refuses or whose provider says it cannot meet the need.
void propose(Market& market, Behaviour const& behaviour, std::size_t block);

} // namespace caremarket
