#pragma once

#include "model/procurement/bids.hpp"
#include "model/rules/bidding.hpp"

#include <cstddef>

namespace caremarket
{

/// Marks the bids for a tender as the levers of the day say and puts the best first: the order in which they win.
void best_first(Hearing const& hearing, std::vector<Bid>& bids);

/// Whoever offers wins as much as any other; where one has to be called first, lot decides.
void all_alike(Hearing const& hearing, std::vector<Bid>& bids);

/// Tells the bidders that lost what price won, the highest if several did, where the council gives feedback.
/// \param bids    best first
/// \param winners of them, from the front
void tell_losers(Hearing const& hearing, std::vector<Bid> const& bids, std::size_t winners);

/// What a provider was told of the last lot it lost.
[[nodiscard]] ToldPrice told_to(Providers const& providers, ProviderId provider, Week const& week);

} // namespace caremarket
