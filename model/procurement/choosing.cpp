#include "model/procurement/choosing.hpp"

#include "model/contract_book.hpp"
#include "model/procurement/lists.hpp"
#include "model/procurement/looks.hpp"
#include "model/provider_costs.hpp"
#include "model/rules/evaluation.hpp"
#include "model/rules/expected_fill.hpp"

#include <algorithm>
#include <tuple>

namespace caremarket
{

namespace
{

/// Pay above the wage floor [share].
double pay_above_floor(Market const& market, Bid const& bid)
{
    return market.providers.pay(static_cast<std::size_t>(bid.provider)) / market.world.wage_floor - 1.0;
}

/// What a bidder is to the area, by what the market knows of it.
SocialRecord social_record(Market const& market, TenderPlan const& plan, Bid const& bid, double usual_pay)
{
    auto const p = static_cast<std::size_t>(bid.provider);
    Providers const& all = market.providers;
    return {.is_owned_nearby = all.sector[p] == Sector::voluntary || all.group[p] == no_group,
            .stands_here = plan.lot.serves(all.locality[p]),
            .pay = pay_above_floor(market, bid),
            .usual_pay = usual_pay};
}

/// Share of a guarantee that the council expects to use over the term, in (0, 1].
/// \param sought by the tender in all [units/week]
double expected_use_of_guarantee(Hearing const& hearing, Bid const& bid, double volume, double sought)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    NeedSeen const need = need_of(market, plan.service, plan.lot);
    double const in_force = guaranteed_at(market, plan.service, plan.lot, plan.begins);
    return expected_fill({.volume = volume,
                          .taken_over = std::min(volume, bid.taken_over),
                          .sought = sought,
                          .starts = need.starts,
                          .stay = mean_stay(market, plan.service),
                          .weeks = mean_weeks_in_a_year * plan.terms.years,
                          .guaranteed = in_force + sought,
                          .demand = need.volume,
                          .person = inputs.place.of[plan.service].units_per_person});
}

/// Share of the volume it pays a bidder for that the council expects to use, in (0, 1].
double expected_use(Hearing const& hearing, Bid const& bid, std::size_t bidders)
{
    TenderPlan const& plan = hearing.plan;
    if (plan.kind != Channel::framework)
        return expected_use_of_guarantee(hearing, bid, bid.volume, plan.sought);
    double const part = part_of_guarantee(hearing.market, plan, bidders);
    if (part <= 0.0)
        return 1.0; // it pays for what it uses
    double const unused = 1.0 - expected_use_of_guarantee(hearing, bid, part, plan.guaranteed);
    return 1.0 - unused * share_guaranteed(plan, part, bidders);
}

} // namespace

void best_first(Hearing const& hearing, std::vector<Bid>& bids)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    StrategyService const& levers = levers_in(market, inputs, plan.service, plan.locality);
    MarkWeights const weights{.quality = levers.quality_weight.at(week.first),
                              .social = levers.social_value_weight.at(week.first)};
    auto const compared = evaluated_costs[index_of(chosen<EvaluatedCost>(levers.evaluated_cost, week.first))].compared;
    auto const price_of = [&](Bid const& bid) { return compared(bid.price, expected_use(hearing, bid, bids.size())); };
    // Newcomers to a list are marked as if they had been there from the first.
    double lowest = plan.joins_until ? lowest_listed_price(market, plan) : 0.0;
    double usual_pay = 0.0;
    for (Bid const& bid : bids)
    {
        lowest = lowest == 0.0 ? price_of(bid) : std::min(lowest, price_of(bid));
        usual_pay += pay_above_floor(market, bid) / static_cast<double>(bids.size());
    }
    for (Bid& bid : bids)
    {
        bid.score = score_of_bid({.price = marks_for_price(price_of(bid), lowest),
                                  .quality = marks_for_quality(quality_seen(hearing, bid.provider, bid.key)),
                                  .social = social_marks(social_record(market, plan, bid, usual_pay))},
                                 weights);
    }
    std::sort(bids.begin(), bids.end(),
              [](Bid const& a, Bid const& b) {
                  return std::tuple{-a.score, a.price, a.key} < std::tuple{-b.score, b.price, b.key};
              });
}

void all_alike(Hearing const&, std::vector<Bid>& bids)
{
    for (Bid& bid : bids)
        bid.score = 1.0;
    // A bid's key is scattered like a random number, and anew in every tender.
    std::sort(bids.begin(), bids.end(), [](Bid const& a, Bid const& b) { return a.key < b.key; });
}

void tell_losers(Hearing const& hearing, std::vector<Bid> const& bids, std::size_t winners)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    if (winners == 0 || levers_in(market, inputs, plan.service, plan.locality).feedback.at(week.first) < 0.5)
        return;
    double highest = 0.0;
    for (std::size_t n = 0; n < winners; ++n)
        highest = std::max(highest, bids[n].price);
    for (std::size_t n = winners; n < bids.size(); ++n)
    {
        auto const p = static_cast<std::size_t>(bids[n].provider);
        market.providers.told_price[p] = highest;
        market.providers.told_in[p] = week.number;
    }
}

ToldPrice told_to(Providers const& providers, ProviderId provider, Week const& week)
{
    auto const p = static_cast<std::size_t>(provider);
    return {.price = providers.told_price[p], .weeks_ago = static_cast<double>(week.number - providers.told_in[p])};
}

} // namespace caremarket
