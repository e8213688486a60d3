#pragma once

#include "model/procurement/bids.hpp"
#include "model/rules/bidding.hpp"

#include <cstddef>

namespace caremarket
{

/// Marks the bids for a tender as the levers of the day say and puts the best first.
void put_best_first(Market const& market, Inputs const& inputs, Week const& week, TenderPlan const& plan,
                    std::vector<Bid>& bids);

/// Tells the bidders that lost what price won, the highest if several did, where the council gives feedback.
/// \param bids    best first
/// \param winners of them, from the front
void tell_losers(Market& market, Inputs const& inputs, Week const& week, TenderPlan const& plan,
                 std::vector<Bid> const& bids, std::size_t winners);

/// What a provider was told of the last lot it lost.
[[nodiscard]] ToldPrice told_to(Providers const& providers, ProviderId provider, Week const& week);

} // namespace caremarket
