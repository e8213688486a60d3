#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

/// What providers ask for: from self-funders, from the council for one person, and for a block.
namespace caremarket
{

/// Sets list prices, reservation prices and spot quotes of all providers, and what each service and locality can see
/// of its market.
/// \param at_once list prices move the whole way to what is wanted, as when the market is built
void set_prices(Market& market, Inputs const& inputs, Week const& week, bool at_once);

/// Lowest price at which a provider takes the terms of a block [GBP/unit paid for], before it shades its offer: what
/// the terms cost it, and no less than the capacity would earn elsewhere.
/// \param volume guaranteed [units/week]
/// \param years  length of the contract
[[nodiscard]] double block_cost(Market const& market, Inputs const& inputs, Week const& week, ProviderId provider,
                                double volume, double years);

} // namespace caremarket
