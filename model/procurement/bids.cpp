#include "model/procurement/bids.hpp"

#include "model/contract_book.hpp"
#include "model/procurement/asking.hpp"
#include "model/procurement/choosing.hpp"
#include "model/procurement/low_tenders.hpp"
#include "model/provider_costs.hpp"
#include "model/provider_prices.hpp"
#include "model/rules/bidding.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

/// Lowest price at which a provider takes the tender's terms [GBP/unit].
double lowest_price(Market const& market, Inputs const& inputs, Week const& week, TenderPlan const& plan,
                    ProviderId provider, double volume, double taken_over)
{
    if (plan.kind == Channel::framework)
        return framework_cost(market, inputs, provider, plan.terms);
    return block_cost(
        market, inputs, week, provider,
        {.volume = volume,
         .taken_over = std::min(volume, taken_over),
         .sought = plan.sought,
         .in_force = volume_in_force_at(market, Channel::block, plan.service, plan.locality, plan.begins) +
                     volume_in_force_at(market, Channel::core, plan.service, plan.locality, plan.begins),
         .terms = plan.terms});
}

} // namespace

std::vector<Bid> bids_for(Market& market, Inputs const& inputs, Week const& week, TenderPlan const& plan,
                          EntityKey tender)
{
    Commissioner const& council = market.council_of(plan.locality);
    StrategyService const& levers = levers_in(market, inputs, plan.service, plan.locality);
    BehaviourAll const& behaviour = inputs.behaviour.all;
    double const limit = levers.block_price_limit.at(week.first) * council.usual_rate[plan.service];
    double const posted = levers.posted_block_price.at(week.first) * council.uplift_index[plan.service];
    std::vector<ProviderId> rivals = market.providers_of[market.area(plan.service, plan.locality)];
    std::erase_if(rivals, [&](ProviderId rival)
                  { return market.providers.sector[static_cast<std::size_t>(rival)] == Sector::in_house; });
    double mean_cost = 0.0;
    for (ProviderId const provider : rivals)
        mean_cost += full_unit_cost(market, inputs.behaviour, provider) / static_cast<double>(rivals.size());

    std::vector<Able> const able = ask(market, week, plan, tender);
    std::vector<Bid> bids;
    for (auto const& [provider, volume, taken_over] : able)
    {
        EntityKey const key = market.providers.key[static_cast<std::size_t>(provider)];
        EntityKey const bid = key_of(EntityKind::contract, tender, static_cast<std::uint32_t>(key.value),
                                     static_cast<std::uint32_t>(key.value >> 32));
        double const misjudged = market.draws.log_normal(1.0, behaviour.cost_misjudgement, bid, Purpose::bid);
        double const lowest = misjudged * lowest_price(market, inputs, week, plan, provider, volume, taken_over);
        double const relative = mean_cost / full_unit_cost(market, inputs.behaviour, provider);
        double const usual = lowest * relative * (1.0 + behaviour.rival_cost_spread);
        double const dearest =
            dearest_after_feedback(usual, lowest, told_to(market.providers, provider, week), behaviour.market_memory);
        double const offer =
            posted > 0.0 ? posted : shaded_offer(lowest, dearest, static_cast<std::int32_t>(able.size()));
        if ((posted <= 0.0 && offer > limit) || offer < lowest)
        {
            note_declined(market, week, tender, provider, Reason::below_cost, lowest, volume);
            continue;
        }
        market.notebook.note({week.number, 0, DecisionKind::bid_made, Reason::none, key, tender, offer, volume});
        bids.push_back({provider, bid, offer, volume, 0.0, taken_over});
    }
    reject_too_low(market, inputs, week, plan, tender, bids);
    put_best_first(market, inputs, week, plan, bids);
    return bids;
}

} // namespace caremarket
