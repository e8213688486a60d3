#include "model/procurement/ranking.hpp"

#include "model/procurement/choosing.hpp"

namespace caremarket
{

void best_first(Hearing const& hearing, std::vector<Bid>& bids)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    put_best_first(market, inputs, week, plan, bids);
}

} // namespace caremarket
