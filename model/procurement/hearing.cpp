#include "model/procurement/hearing.hpp"

#include "model/contract_book.hpp"
#include "model/procurement/choosing.hpp"
#include "model/provider_costs.hpp"
#include "model/provider_prices.hpp"
#include "model/rules/bidding.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace caremarket
{

namespace
{

/// Lowest price at which a provider takes the tender's terms, could it reckon without error [GBP/unit].
double lowest_price(Hearing const& hearing, Able const& bidder)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    if (plan.kind == Channel::framework)
        return framework_cost(market, inputs, bidder.provider, plan.terms);
    return block_cost(
        market, inputs, week, bidder.provider,
        {.volume = bidder.volume,
         .taken_over = std::min(bidder.volume, bidder.taken_over),
         .sought = plan.sought,
         .in_force = volume_in_force_at(market, Channel::block, plan.service, plan.locality, plan.begins) +
                     volume_in_force_at(market, Channel::core, plan.service, plan.locality, plan.begins),
         .terms = plan.terms});
}

/// The price the council posts at today's values [GBP/unit]; 0: none.
double posted_price(Hearing const& hearing)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    return levers_in(market, inputs, plan.service, plan.locality).posted_block_price.at(week.first) *
           market.council_of(plan.locality).uplift_index[plan.service];
}

/// The highest price it accepts [GBP/unit].
double highest_price(Hearing const& hearing)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    return levers_in(market, inputs, plan.service, plan.locality).block_price_limit.at(week.first) *
           market.council_of(plan.locality).usual_rate[plan.service];
}

/// Mean full unit cost of all who are there [GBP/unit].
double mean_cost(Hearing const& hearing)
{
    std::vector<ProviderId> const rivals = anybody(hearing);
    double mean = 0.0;
    for (ProviderId const provider : rivals)
        mean += full_unit_cost(hearing.market, hearing.inputs.behaviour, provider) / static_cast<double>(rivals.size());
    return mean;
}

/// What the council pays a provider now [GBP/unit]: under its latest contract of the kind there, else what it quotes.
double price_now(Hearing const& hearing, ProviderId provider)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    Contracts const& contracts = market.contracts;
    double price = market.providers.quote[static_cast<std::size_t>(provider)];
    std::tuple<std::int32_t, EntityKey> latest{-never, {}};
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (contracts.is_empty(contract) || contracts.provider[c] != provider || contracts.kind[c] != plan.kind ||
            contracts.service[c] != plan.service || contracts.locality[c] != plan.locality)
            continue;
        if (std::tuple const its{contracts.ends[c], contracts.key[c]}; latest < its)
        {
            latest = its;
            price = contracts.price[c];
        }
    }
    return price;
}

/// Hears one bidder after the other.
/// \param price_of what it asks, given the lowest price it would take; nothing: more than the council accepts
template <class PriceOf>
std::vector<Bid> hear_each(Hearing const& hearing, std::vector<Able> const& bidders, PriceOf const& price_of)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    std::vector<Bid> bids;
    for (Able const& bidder : bidders)
    {
        EntityKey const key = key_of_bid(hearing, bidder.provider);
        double const misjudged =
            market.draws.log_normal(1.0, inputs.behaviour.all.cost_misjudgement, key, Purpose::bid);
        double const lowest = misjudged * lowest_price(hearing, bidder);
        std::optional<double> const offer = price_of(bidder.provider, lowest);
        if (!offer || *offer < lowest)
        {
            note_declined(hearing, bidder.provider, Reason::below_cost, lowest, bidder.volume);
            continue;
        }
        market.notebook.note({week.number, 0, DecisionKind::bid_made, Reason::none,
                              market.providers.key[static_cast<std::size_t>(bidder.provider)], tender, *offer,
                              bidder.volume});
        bids.push_back({bidder.provider, key, *offer, bidder.volume, 0.0, bidder.taken_over});
    }
    return bids;
}

} // namespace

std::vector<Bid> hear_sealed(Hearing const& hearing, std::vector<Able> const& bidders)
{
    double const posted = posted_price(hearing);
    if (posted > 0.0)
        return hear_each(hearing, bidders, [posted](ProviderId, double) { return std::optional{posted}; });
    double const limit = highest_price(hearing);
    double const mean = mean_cost(hearing);
    auto const shaded = [&](ProviderId provider, double lowest) -> std::optional<double>
    {
        double const relative = mean / full_unit_cost(hearing.market, hearing.inputs.behaviour, provider);
        BehaviourAll const& behaviour = hearing.inputs.behaviour.all;
        double const usual = lowest * relative * (1.0 + behaviour.rival_cost_spread);
        double const dearest = dearest_after_feedback(
            usual, lowest, told_to(hearing.market.providers, provider, hearing.week), behaviour.market_memory);
        double const offer = shaded_offer(lowest, dearest, static_cast<std::int32_t>(bidders.size()));
        return offer > limit ? std::nullopt : std::optional{offer};
    };
    return hear_each(hearing, bidders, shaded);
}

std::vector<Bid> hear_old_price(Hearing const& hearing, std::vector<Able> const& bidders)
{
    double const limit = highest_price(hearing);
    return hear_each(hearing, bidders,
                     [&](ProviderId provider, double)
                     { return std::optional{std::min(limit, price_now(hearing, provider))}; });
}

} // namespace caremarket
