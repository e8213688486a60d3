#pragma once

#include "model/clock.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Adds up what the blocks delivered in the week: pays providers for their people, charges clients, frees the places of
/// who left. Whole numbers, so the order of blocks and providers is of no account.
///
/// Reads the blocks' scratch and standing care; writes books, counts, providers' income and places, contracts' use.
void pay_for_blocks(Market& market, Week const& week);

} // namespace caremarket
