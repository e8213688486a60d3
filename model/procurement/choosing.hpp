#pragma once

#include "model/procurement/bids.hpp"

namespace caremarket
{

/// Marks the bids for a tender as the levers of the day say and puts the best first.
void put_best_first(Market const& market, Inputs const& inputs, Week const& week, TenderPlan const& plan,
                    std::vector<Bid>& bids);

} // namespace caremarket
