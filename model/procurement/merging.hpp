#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

#include <vector>

/// Contracts of several services let as one.
namespace caremarket
{

/// Puts lots of services that the strategy merges together where they are for the same people, of the same kind and let by
/// the same route, on which nobody is judged alone. What is worth most leads; the others follow it (`TenderPlan::merged`):
/// the council goes its way once, and so does a bidder.
/// \param procurements of lots; those that follow are taken out
void merge_services(Market const& market, Inputs const& inputs, Week const& week,
                    std::vector<std::vector<TenderPlan>>& procurements);

/// Whether a provider's owner delivers all that is let as one: where a lot leads, that it has somebody there for each of the
/// others; where it follows, that it has won the first.
[[nodiscard]] bool delivers_all(Market const& market, TenderPlan const& plan, ProviderId provider);

/// Sets what owners save on their offices who hold such contracts for more than one service, by how much of a provider's
/// volume is under them.
void share_offices(Market& market, Inputs const& inputs);

} // namespace caremarket
