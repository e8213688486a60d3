#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// What providers do about their position: monthly accounts and prices, quarterly pay, exit and entry.
///
/// Reads   providers, contracts, local, world
/// Writes  providers.{margin, wage, prices, …}, books, people of who closes, local, labour
/// Draws   Purpose::entry, one per service, locality and quarter; provider_traits of an entrant
/// Holds   a provider ends for one of three reasons: cash below what lenders bear, closing worth more than carrying
///         on, its owner retiring. Competition acts through prices, work and staff won or lost, and in no other way.
void decide_as_providers(Market& market, Inputs const& inputs, Week const& week);

} // namespace caremarket
