#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Demand in one block: who left last week is gone, who leaves this week is known, new people come.
///
/// Reads   world, tables.{weekly_hazard, arrivals}, place.population
/// Writes  people and due_in_block of the block
/// Draws   Purpose::arrivals, one per stratum and week; person_traits, stay: of each new person
/// Holds   every departure and arrival is in `people`; nobody is in two places
/// Source  Forder and Fernandez (2011) for the length of stay; Steventon and Roberts (2012) for temporary stays
void admit_new_demand(Market& market, Inputs const& inputs, Week const& week, std::size_t block);

/// Fills the traits of a person whose key and stratum stand in the slot: need, charge, taste, length of care.
/// \param days of the week on one of which the person comes; 0: is here from its beginning
void draw_traits(Market& market, Inputs const& inputs, LocalityId locality, PersonSlot person, std::int32_t days);

} // namespace caremarket
