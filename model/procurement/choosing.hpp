#pragma once

#include "model/procurement/bids.hpp"

namespace caremarket
{

/// Marks the bids as the levers say and puts the best first.
void put_best_first(Market const& market, Inputs const& inputs, StrategyService const& levers, Date day,
                    std::vector<Bid>& bids);

} // namespace caremarket
