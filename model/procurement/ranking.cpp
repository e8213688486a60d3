#include "model/procurement/ranking.hpp"

#include "model/procurement/choosing.hpp"

#include <algorithm>

namespace caremarket
{

void best_first(Hearing const& hearing, std::vector<Bid>& bids)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    put_best_first(market, inputs, week, plan, bids);
}

void all_alike(Hearing const&, std::vector<Bid>& bids)
{
    for (Bid& bid : bids)
        bid.score = 1.0;
    // A bid's key is scattered like a random number, and anew in every tender.
    std::sort(bids.begin(), bids.end(), [](Bid const& a, Bid const& b) { return a.key < b.key; });
}

} // namespace caremarket
