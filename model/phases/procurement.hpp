#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Procurement and contracts: uplift each 1 April, tenders opened and decided, contracts begun and ended.
///
/// Reads   strategies, world, local, providers
/// Writes  contracts, commissioners, local, people.{price, charge, contract}, providers.{guaranteed, block_used}, due
/// Draws   Purpose::bid, one per bidder and tender
/// Holds   a contract's guarantee is its provider's; what people use never exceeds it except through a transfer
///         rule; a lever changes terms here, and nowhere does it change an answer
void let_contracts(Market& market, Inputs const& inputs, Week const& week);

} // namespace caremarket
