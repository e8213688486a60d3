#pragma once

#include "model/procurement/bids.hpp"

namespace caremarket
{

/// Takes out the bids that are so low that the council looks into the bidder's books and finds that they do not cover
/// the wages the law demands. They are counted and noted. At a posted price there is nothing to look into.
void reject_too_low(Hearing const& hearing, std::vector<Bid>& bids);

} // namespace caremarket
