#pragma once

#include "model/procurement/bids.hpp"

#include <vector>

namespace caremarket
{

/// Puts offers in the order in which they win, by the marks that the council's levers give.
void best_first(Hearing const& hearing, std::vector<Bid>& bids);

/// Whoever offers wins as much as any other; where one has to be called first, lot decides.
void all_alike(Hearing const& hearing, std::vector<Bid>& bids);

} // namespace caremarket
