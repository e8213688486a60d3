#include "model/rules/participation.hpp"

#include <algorithm>

namespace caremarket
{

double expected_gain(Prospect const& prospect)
{
    double const falls_to_it = std::min(prospect.volume, prospect.sought / prospect.bidders);
    return (prospect.offer - prospect.lowest) * falls_to_it * prospect.weeks;
}

bool is_worth_bidding(Prospect const& prospect, double bid_cost)
{
    return bid_cost <= 0.0 || expected_gain(prospect) > bid_cost;
}

} // namespace caremarket
