#include "model/procurement/choosing.hpp"

#include "model/rules/evaluation.hpp"

#include <algorithm>
#include <tuple>

namespace caremarket
{

void put_best_first(Market const& market, Inputs const& inputs, StrategyService const& levers, Date day,
                    std::vector<Bid>& bids)
{
    double const quality_weight = levers.quality_weight.at(day);
    double lowest = 0.0;
    for (Bid const& bid : bids)
        lowest = lowest == 0.0 ? bid.price : std::min(lowest, bid.price);
    for (Bid& bid : bids)
    {
        double const noise =
            inputs.behaviour.all.written_quality_noise * market.draws.normal(bid.key, Purpose::written_quality);
        double const seen = market.providers.quality[static_cast<std::size_t>(bid.provider)] + noise;
        bid.score = score_of_bid(bid.price, lowest, marks_for_quality(seen), quality_weight);
    }
    std::sort(bids.begin(), bids.end(),
              [](Bid const& a, Bid const& b) {
                  return std::tuple{-a.score, a.price, a.key} < std::tuple{-b.score, b.price, b.key};
              });
}

} // namespace caremarket
