#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Who pays changes on known dates: a self-funder's capital reaches the upper limit, a home begins to count as its
/// owner's capital, a package given back ends.
///
/// Reads   scratch.met of every block, commissioners.usual_rate, providers.reservation, levers of the price limits
/// Writes  people, providers.{occupied, council_spot, self_funded, contract_used}, contracts.used, due_in_block, counts
/// Draws   nothing
/// Holds   whoever pays, the place stays the same person's until they agree to go or no price is agreed
/// Source  Care Act 2014 and its charging regulations (capital limits, twelve weeks); CMA (2017) for top-ups
void change_payers(Market& market, Inputs const& inputs, Week const& week);

} // namespace caremarket
