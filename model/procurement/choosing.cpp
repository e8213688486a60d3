#include "model/procurement/choosing.hpp"

#include "model/contract_book.hpp"
#include "model/rules/evaluation.hpp"

#include <algorithm>
#include <tuple>

namespace caremarket
{

namespace
{

/// Pay above the wage floor [share].
double pay_above_floor(Market const& market, Bid const& bid)
{
    return market.providers.wage[static_cast<std::size_t>(bid.provider)] / market.world.wage_floor - 1.0;
}

/// What a bidder is to the area, by what the market knows of it.
SocialRecord social_record(Market const& market, TenderPlan const& plan, Bid const& bid, double usual_pay)
{
    auto const p = static_cast<std::size_t>(bid.provider);
    Providers const& all = market.providers;
    return {.is_owned_nearby = all.sector[p] == Sector::voluntary || all.group[p] == no_group,
            .stands_here = all.locality[p] == plan.locality,
            .pay = pay_above_floor(market, bid),
            .usual_pay = usual_pay};
}

} // namespace

void put_best_first(Market const& market, Inputs const& inputs, Week const& week, TenderPlan const& plan,
                    std::vector<Bid>& bids)
{
    StrategyService const& levers = levers_in(market, inputs, plan.service, plan.locality);
    MarkWeights const weights{.quality = levers.quality_weight.at(week.first),
                              .social = levers.social_value_weight.at(week.first)};
    double lowest = 0.0;
    double usual_pay = 0.0;
    for (Bid const& bid : bids)
    {
        lowest = lowest == 0.0 ? bid.price : std::min(lowest, bid.price);
        usual_pay += pay_above_floor(market, bid) / static_cast<double>(bids.size());
    }
    for (Bid& bid : bids)
    {
        double const noise =
            inputs.behaviour.all.written_quality_noise * market.draws.normal(bid.key, Purpose::written_quality);
        double const seen = market.providers.quality[static_cast<std::size_t>(bid.provider)] + noise;
        bid.score = score_of_bid({.price = marks_for_price(bid.price, lowest),
                                  .quality = marks_for_quality(seen),
                                  .social = social_marks(social_record(market, plan, bid, usual_pay))},
                                 weights);
    }
    std::sort(bids.begin(), bids.end(),
              [](Bid const& a, Bid const& b) {
                  return std::tuple{-a.score, a.price, a.key} < std::tuple{-b.score, b.price, b.key};
              });
}

} // namespace caremarket
