#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// What councils see of the services they have contracts for, and what they do about it, once a month. They visit, read
/// what providers report of themselves, and go up or down the ladder of query, notice and exception report; a provider
/// found wanting decides what curing it is worth. Of alliances the council is the integrator.
///
/// Reads   contracts.terms.management, providers.{quality, staff, posts, turnover, rating}
/// Writes  contracts.{oversight, ends, is_handed_back}, providers.{wage, known_as, barred_until}, councils' officers
/// Draws   Purpose::visit, two per visit; dispute, one for each alliance
/// Source  course slides on contract management; Walsall contracting and procurement strategy 2016, 4.1 and 5.4
/// Holds   nothing here touches quality: it follows from what providers then pay, and from who is placed with whom
void manage_contracts(Market& market, Inputs const& inputs, Week const& week);

} // namespace caremarket
