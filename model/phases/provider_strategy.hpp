#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// What providers do about their position: monthly accounts and prices, quarterly pay, exit and entry.
///
/// Reads   providers, contracts, local, world
/// Writes  providers.{margin, wage, prices, …}, books, people of who closes, local, labour
/// Draws   Purpose::entry, one per service, locality and quarter; extension, one per home and quarter; ownership of a
///         failed group's homes; provider_traits of an entrant
/// Holds   a firm or charity ends of itself for one of two reasons, cash below what lenders bear (its own, or its
///         group's) and closing worth more than carrying on; besides, owners retire, the regulator closes who is
///         inadequate again and again, and the council's plan ends its own supply. Competition acts through prices, work and staff won or lost, and in no other way.
void decide_as_providers(Market& market, Inputs const& inputs, Week const& week);

} // namespace caremarket
