#pragma once

#include "model/for_each_block.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Brokerage: who is placed where, by propose and accept.
///
/// All seekers propose from a frozen picture of free places; each provider accepts by (displaced first, weeks waited,
/// lottery of person and week) up to its room; repeat until nobody moves. Council people are called to block voids
/// first, then to spot places within the council's limit, which rises with the wait. So no result depends on the
/// order of localities, people or threads.
///
/// Reads   providers.{capacity, quote, reservation, list_price, rating}, contracts, levers of the call order
/// Writes  people.{provider, contract, price, first_day, …}, providers.{occupied, …}, contracts.used, counts
/// Draws   Purpose::lottery, one per seeker and week
/// Holds   nobody is placed beyond capacity, under embargo, or above the limit
void place_people(Market& market, Inputs const& inputs, Week const& week, ForEachBlock const& for_each_block);

} // namespace caremarket
