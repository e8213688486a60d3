#pragma once

#include "model/clock.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Pays contracts for what was used this week, and for what was kept free of the rest of their guarantee.
///
/// Reads what the blocks delivered; writes books, providers' income and counts.
void pay_contracts(Market& market, Week const& week);

} // namespace caremarket
