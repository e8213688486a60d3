#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Demand in one block: who left last week is gone, who leaves this week is known, families give up, new people come,
/// as far as prevention has not spared them, and some are reabled first.
///
/// Reads   world, tables.{weekly_hazard, arrivals}, place.population
/// Writes  people, due_in_block and prevention of the block
/// Draws   Purpose::arrivals, one per stratum and week; person_traits, stay: of each new person; prevention, reablement
/// Holds   every departure and arrival is in `people`; nobody is in two places
/// Source  Forder and Fernandez (2011) for the length of stay; Steventon and Roberts (2012) for temporary stays
void admit_new_demand(Market& market, Inputs const& inputs, Week const& week, std::size_t block);

} // namespace caremarket
