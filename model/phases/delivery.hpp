#pragma once

#include "model/for_each_block.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Delivery and money: care given this week, what every payer pays, what providers spend, who leaves.
///
/// Reads   people, contracts, providers, world
/// Writes  books, counts, providers.{income, cost, occupied, …}, contracts.used
/// Draws   none
/// Holds   every pound paid is a pound received; a contract pays for what is used, or its guarantee if that is more;
///         a person's contribution never exceeds the price of the care received
void pay_for_delivery(Market& market, Inputs const& inputs, Week const& week, ForEachBlock const& for_each_block);

} // namespace caremarket
