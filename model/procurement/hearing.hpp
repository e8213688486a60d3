#pragma once

#include "model/procurement/asking.hpp"
#include "model/procurement/bids.hpp"

#include <vector>

namespace caremarket
{

/// Sealed offers: each names a price above the lowest it would take, by what it believes of its rivals; where the
/// council posts a price, it takes that one or stays away. Bids stand in the order of the bidders.
[[nodiscard]] std::vector<Bid> hear_sealed(Hearing const& hearing, std::vector<Able> const& bidders);

/// No offers but the council's own: the price it pays now, at most its limit, to be taken or left.
[[nodiscard]] std::vector<Bid> hear_old_price(Hearing const& hearing, std::vector<Able> const& bidders);

} // namespace caremarket
