#include "model/procurement/bids.hpp"

#include "model/brokerage/preferences.hpp"
#include "model/contract_book.hpp"
#include "model/procurement/tenders.hpp"
#include "model/provider_costs.hpp"
#include "model/provider_prices.hpp"
#include "model/rules/bidding.hpp"
#include "model/rules/evaluation.hpp"

#include <algorithm>
#include <tuple>

namespace caremarket
{

namespace
{

/// What a provider can promise.
struct Promisable
{
    double volume = 0;     // [units/week]
    double taken_over = 0; // [units/week] part of it used by council people already there
};

/// What a provider can promise from a week on: its capacity, less people whom the council does not support, less
/// what its contracts still promise then. Council people outside those contracts count only if the new contract takes
/// them over; else their places are taken.
Promisable volume_on_offer(Market const& market, ProviderId provider, std::int32_t from_week, bool transfers_existing)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers const& all = market.providers;
    Contracts const& contracts = market.contracts;
    Quarters promised = 0;
    Quarters on_lasting_contracts = 0;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (contracts.is_empty(contract) || contracts.provider[c] != provider || contracts.ends[c] <= from_week)
            continue;
        promised += std::max(contracts.guaranteed[c], contracts.used[c]);
        on_lasting_contracts += contracts.used[c];
    }
    // A direct payment is not the council's to place.
    Quarters const council = all.council_spot[p] - all.direct_payment[p] + all.contract_used[p];
    Quarters const others = all.occupied[p] - council;
    Quarters const staying = transfers_existing ? 0 : council - on_lasting_contracts;
    double const volume = std::max(0.0, units(all.capacity[p] - others - staying - promised));
    return {volume, std::min(volume, units(council - on_lasting_contracts - staying))};
}

/// A provider that can bid: the rivals a bidder reckons with.
struct Able
{
    ProviderId provider = no_provider;
    double volume = 0;     // [units/week]
    double taken_over = 0; // [units/week]
};

/// Whoever may bid. Terms with a single source are asked of the provider that serves most council people there.
std::vector<ProviderId> invited(Market const& market, TenderPlan const& plan)
{
    Providers const& all = market.providers;
    std::vector<ProviderId> bidders = market.providers_of[market.area(plan.service, plan.locality)];
    std::erase_if(bidders, [&all](ProviderId provider)
                  { return all.sector[static_cast<std::size_t>(provider)] == Sector::in_house; });
    if (plan.route == Route::full_tender || bidders.empty())
        return bidders;
    auto const council = [&all](ProviderId provider)
    {
        auto const p = static_cast<std::size_t>(provider);
        return all.council_spot[p] + all.contract_used[p];
    };
    auto const most = std::max_element(bidders.begin(), bidders.end(),
                                       [&council](ProviderId a, ProviderId b)
                                       { return council(a) < council(b); }); // the first in order of key among equals
    return {*most};
}

/// Lowest price at which a provider takes the tender's terms [GBP/unit].
double lowest_price(Market const& market, Inputs const& inputs, Week const& week, TenderPlan const& plan,
                    ProviderId provider, double volume, double taken_over)
{
    if (plan.kind == Channel::framework)
        return framework_cost(market, inputs, week, provider, plan.years);
    return block_cost(
        market, inputs, week, provider,
        {.volume = volume,
         .taken_over = std::min(volume, taken_over),
         .sought = plan.sought,
         .in_force = volume_in_force_at(market, Channel::block, plan.service, plan.locality, plan.begins) +
                     volume_in_force_at(market, Channel::core, plan.service, plan.locality, plan.begins),
         .years = plan.years});
}

void score(Market const& market, Inputs const& inputs, double quality_weight, std::vector<Bid>& bids)
{
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

} // namespace

std::vector<Bid> bids_for(Market& market, Inputs const& inputs, Week const& week, TenderPlan const& plan,
                          EntityKey tender)
{
    Commissioner const& council = market.council_of(plan.locality);
    StrategyService const& levers = levers_in(market, inputs, plan.service, plan.locality);
    BehaviourAll const& behaviour = inputs.behaviour.all;
    double const limit = levers.block_price_limit.at(week.first) * council.usual_rate[plan.service];
    double const posted = levers.posted_block_price.at(week.first) * council.uplift_index[plan.service];
    bool const transfers = levers.transfers_existing.at(week.first) != 0.0;
    std::vector<ProviderId> const bidders = invited(market, plan);
    std::vector<ProviderId> rivals = market.providers_of[market.area(plan.service, plan.locality)];
    std::erase_if(rivals, [&](ProviderId rival)
                  { return market.providers.sector[static_cast<std::size_t>(rival)] == Sector::in_house; });
    auto const decline = [&](ProviderId provider, Reason reason, double lowest, double volume)
    {
        market.notebook.note({week.number, 0, DecisionKind::bid_declined, reason,
                              market.providers.key[static_cast<std::size_t>(provider)], tender, lowest, volume});
    };
    double mean_cost = 0.0;
    for (ProviderId const provider : rivals)
        mean_cost += full_unit_cost(market, inputs.behaviour, provider) / static_cast<double>(rivals.size());

    std::vector<Able> able;
    for (ProviderId const provider : bidders)
    {
        Promisable const can_promise = volume_on_offer(market, provider, plan.begins, transfers);
        double const volume = std::min(plan.per_bid, can_promise.volume);
        bool const promises = plan.kind != Channel::framework;
        if (is_under_embargo(market.providers, provider))
            decline(provider, Reason::under_embargo, 0.0, volume);
        else if (promises && volume < smallest_volume(market, plan.service))
            decline(provider, Reason::no_room, 0.0, volume);
        else
            able.push_back({provider, volume, can_promise.taken_over});
    }

    std::vector<Bid> bids;
    for (auto const& [provider, volume, taken_over] : able)
    {
        EntityKey const key = market.providers.key[static_cast<std::size_t>(provider)];
        EntityKey const bid = key_of(EntityKind::contract, tender, static_cast<std::uint32_t>(key.value),
                                     static_cast<std::uint32_t>(key.value >> 32));
        double const misjudged = market.draws.log_normal(1.0, behaviour.cost_misjudgement, bid, Purpose::bid);
        double const lowest = misjudged * lowest_price(market, inputs, week, plan, provider, volume, taken_over);
        double const relative = mean_cost / full_unit_cost(market, inputs.behaviour, provider);
        double const dearest = lowest * relative * (1.0 + behaviour.rival_cost_spread);
        double const offer =
            posted > 0.0 ? posted : shaded_offer(lowest, dearest, static_cast<std::int32_t>(able.size()));
        if ((posted <= 0.0 && offer > limit) || offer < lowest)
        {
            decline(provider, Reason::below_cost, lowest, volume);
            continue;
        }
        market.notebook.note({week.number, 0, DecisionKind::bid_made, Reason::none, key, tender, offer, volume});
        bids.push_back({provider, bid, offer, volume, 0.0});
    }
    score(market, inputs, levers.quality_weight.at(week.first), bids);
    return bids;
}

} // namespace caremarket
