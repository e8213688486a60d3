#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Councils pay for what they do outside the market so that less is needed in it: reablement, technology, respite and
/// prevention.
///
/// Reads   scratch.{reabled, with_technology, with_family}, world, place.population
/// Writes  books, counts
/// Draws   nothing
/// Holds   every pound has a line of the ledger: for each person reabled, and for each locality of the rest
/// Source  Glendinning and others (2010); Henderson and others (2014)
void invest_to_save(Market& market, Inputs const& inputs, Week const& week);

} // namespace caremarket
