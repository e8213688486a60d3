#include "model/rules/low_tenders.hpp"

namespace caremarket
{

double nothing_is_too_low(LowTenderSigns const&)
{
    return 0.0;
}

double line_by_statutory_cost(LowTenderSigns const& signs)
{
    return signs.multiple * signs.usual_statutory_cost;
}

double line_by_other_bids(LowTenderSigns const& signs)
{
    return signs.others > 0.0 ? signs.multiple * signs.sum_of_others / signs.others : 0.0;
}

double statutory_cost(double hours, double wage_floor, double on_costs)
{
    return hours * wage_floor * (1.0 + on_costs);
}

LowBid judge_low_bid(double price, double line, double own_statutory)
{
    if (price >= line)
        return LowBid::not_asked;
    return price < own_statutory ? LowBid::rejected : LowBid::explained;
}

} // namespace caremarket
