#include "model/procurement/hearing.hpp"

#include "model/brokerage/call_off.hpp"
#include "model/contract_book.hpp"
#include "model/procurement/building.hpp"
#include "model/procurement/choosing.hpp"
#include "model/procurement/lists.hpp"
#include "model/procurement/looks.hpp"
#include "model/procurement/lots.hpp"
#include "model/procurement/planning.hpp"
#include "model/procurement/succession.hpp"
#include "model/provider_costs.hpp"
#include "model/provider_prices.hpp"
#include "model/rules/bidding.hpp"
#include "model/rules/participation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

namespace caremarket
{

namespace
{

/// A provider that can bid and has reckoned what the contract would cost it.
struct Bidder
{
    Able able;
    EntityKey key{};      ///< of its bid
    double lowest = 0;    ///< price it would take, as it judges its cost [GBP/unit]
    double misjudged = 1; ///< what it takes its cost for, over what it is [1]
    double need_seen = 1; ///< what it takes the council's need for, over what it is [1]
    double asks = 0;      ///< [GBP/unit]
};

/// Part of what a provider would promise that people from contracts which end will use from the first day, if they are
/// shared out like the lot [units/week].
double moved_in(Hearing const& hearing, Able const& able)
{
    TenderPlan const& plan = hearing.plan;
    if (!plan.terms.moves_existing)
        return 0.0;
    double const share = std::min(1.0, able.volume / plan.sought);
    return std::min(std::max(0.0, able.volume - able.taken_over),
                    share * used_by_people_to_come(hearing.market, plan, able.provider));
}

/// Lowest price at which a provider takes the tender's terms, could it reckon its cost without error [GBP/unit].
/// \param bidders that can promise something: those it expects to find on a list
double lowest_price(Hearing const& hearing, Able const& able, double need_seen, std::size_t bidders)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    bool const is_list = plan.kind == Channel::framework;
    double const part = is_list ? part_of_guarantee(market, plan, bidders) : 0.0;
    double const volume = is_list ? std::floor(std::min(able.volume, part)) : able.volume;
    BlockOffer const offer{
        .volume = volume,
        .taken_over = std::min(volume, able.taken_over),
        .moved_in = is_list ? 0.0 : moved_in(hearing, able),
        .built = able.built,
        .building =
            able.built > 0.0 ? weekly_cost_of_building(market, inputs, week, plan, able.provider, able.built) : 0.0,
        .sought = is_list ? plan.guaranteed : plan.sought,
        .in_force = guaranteed_at(market, plan.service, plan.lot, plan.begins),
        .lot = &plan.lot,
        .need_seen = need_seen,
        .terms = plan.terms};
    if (is_list)
        return list_cost(market, inputs, week, able.provider, offer, share_guaranteed(plan, volume, bidders));
    return block_cost(market, inputs, week, able.provider, offer);
}

/// Against how many each offer stands, itself included. Where who is listed is called whatever it asks, nobody is in its
/// way.
std::int32_t competitors(Hearing const& hearing, std::size_t bidders)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    auto const way = chosen<CallOff>(levers_in(market, inputs, plan.service, plan.locality).call_off, week.first);
    bool const price_counts = plan.kind != Channel::framework || rules_of(way).price_counts;
    return price_counts ? static_cast<std::int32_t>(bidders) : 1;
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

/// The price the council would accept from anybody [GBP/unit]: what it posts is accepted.
double highest_for(Hearing const& hearing)
{
    return posted_price(hearing) > 0.0 ? std::numeric_limits<double>::infinity() : highest_price(hearing);
}

bool is_worth_a_contract(Hearing const& hearing, double volume)
{
    return volume >= smallest_volume(hearing.market, hearing.plan.service);
}

std::vector<Bidder> reckon(Hearing const& hearing, std::vector<Able> const& able)
{
    double const highest = highest_for(hearing);
    std::vector<Bidder> bidders;
    bidders.reserve(able.size());
    for (Able one : able)
    {
        EntityKey const key = key_of_bid(hearing, one.provider);
        double const misjudged = misjudged_cost(hearing, key);
        double const need_seen = misjudged_demand(hearing, key);
        double lowest = misjudged * lowest_price(hearing, one, need_seen, able.size());
        if (one.built > 0.0 && lowest > highest && is_worth_a_contract(hearing, one.volume - one.built))
        {
            one.volume -= std::exchange(one.built, 0.0); // what it has at any rate, it can still offer
            lowest = misjudged * lowest_price(hearing, one, need_seen, able.size());
        }
        bidders.push_back({.able = one, .key = key, .lowest = lowest, .misjudged = misjudged, .need_seen = need_seen});
    }
    return bidders;
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
            contracts.service[c] != plan.service || !contracts.lot[c].overlaps(plan.lot))
            continue;
        if (std::tuple const its{contracts.ends[c], contracts.key[c]}; latest < its)
        {
            latest = its;
            price = contracts.price[c];
        }
    }
    return price;
}

/// Cost of the dearest rival as a bidder believes it [GBP/unit].
double dearest_rival(Hearing const& hearing, Bidder const& bidder, double mean_cost)
{
    BehaviourAll const& behaviour = hearing.inputs.behaviour.all;
    ProviderId const provider = bidder.able.provider;
    double const relative = mean_cost / full_unit_cost(hearing.market, hearing.inputs.behaviour, provider);
    double const usual = bidder.lowest * relative * (1.0 + behaviour.rival_cost_spread);
    return dearest_after_feedback(usual, bidder.lowest, told_to(hearing.market.providers, provider, hearing.week),
                                  behaviour.market_memory);
}

/// What making an offer costs [GBP].
double cost_of_bidding(Hearing const& hearing)
{
    return hearing.plan.bid_cost * hearing.market.world.price_level;
}

/// A partner is paid to find a way of working, and keeps it if it is cheaper than its own.
void develop(Hearing const& hearing, ProviderId provider)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    BehaviourAll const& behaviour = inputs.behaviour.all;
    pay_for_letting(market, plan, behaviour.development_cost * market.world.price_level);
    double const drawn = market.draws.normal(key_of_bid(hearing, provider), Purpose::innovation);
    double const found = maths::exp(behaviour.innovation_spread * drawn - behaviour.innovation_gain);
    double const kept = std::min(1.0, found);
    auto const p = static_cast<std::size_t>(provider);
    market.providers.efficiency[p] *= kept;
    market.notebook.note(
        {week.number, 0, DecisionKind::way_of_working, Reason::none, market.providers.key[p], tender, kept, 0.0});
}

/// Who stays away because an offer may bring too little is noted and taken out. By lot one after the other says whether it
/// bids, each reckoning with those who have said so.
/// \param ask_among what a bidder would ask among so many
template <class AskAmong>
void leave_who_finds_it_worth(Hearing const& hearing, std::vector<Bidder>& bidders, AskAmong const& ask_among)
{
    TenderPlan const& plan = hearing.plan;
    double const cost = cost_of_bidding(hearing);
    if (cost <= 0.0)
        return;
    double const kept = margin_kept(plan.terms.uplift, plan.terms.years);
    // A bid's key is scattered like a random number, and anew in every tender.
    std::vector<std::size_t> by_lot(bidders.size());
    std::iota(by_lot.begin(), by_lot.end(), std::size_t{0});
    std::sort(by_lot.begin(), by_lot.end(),
              [&](std::size_t a, std::size_t b) { return bidders[a].key < bidders[b].key; });
    std::vector<std::uint8_t> stays_away(bidders.size(), 0);
    std::size_t bidding = 0;
    for (std::size_t const n : by_lot)
    {
        Bidder const& one = bidders[n];
        Prospect const prospect{.lowest = one.lowest,
                                .offer = ask_among(one, bidding + 1),
                                .volume = plan.kind == Channel::framework ? plan.sought : one.able.volume,
                                .sought = plan.sought,
                                .weeks = mean_weeks_in_a_year * plan.terms.years * kept,
                                .bidders = static_cast<double>(bidding + 1)};
        if (is_worth_bidding(prospect, cost))
            ++bidding;
        else
            stays_away[n] = 1;
    }
    MonthCounts::Area& counts = hearing.market.counts[0].areas[hearing.market.area(plan.service, plan.locality)];
    std::size_t n = 0;
    std::erase_if(bidders,
                  [&](Bidder const& one)
                  {
                      if (stays_away[n++] == 0)
                          return false;
                      ++counts.bids_not_worth;
                      note_declined(hearing, one.able.provider, Reason::not_worth_bidding, one.lowest, one.able.volume);
                      return true;
                  });
}

void pay_for_bidding(Hearing const& hearing, ProviderId provider)
{
    if (hearing.plan.bid_cost <= 0.0)
        return;
    auto const& [market, inputs, week, plan, tender] = hearing;
    auto const p = static_cast<std::size_t>(provider);
    Providers& all = market.providers;
    Pence const paid =
        market.books.pay(market.account_of(provider), accounts::suppliers,
                         {Flow::bidding, all.service[p], plan.kind, all.locality[p]}, cost_of_bidding(hearing));
    all.cost[p] += paid;
    market.surplus[0][market.area(all.service[p], all.locality[p])] -= paid;
}

/// What each offers. Who would have to go below its lowest price, or asks more than the council accepts, declines.
std::vector<Bid> offers_of(Hearing const& hearing, std::vector<Bidder> const& bidders, double highest)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    std::vector<Bid> bids;
    for (Bidder const& one : bidders)
    {
        ProviderId const provider = one.able.provider;
        if (one.asks < one.lowest || one.asks > highest)
        {
            note_declined(hearing, provider, Reason::below_cost, one.lowest, one.able.volume);
            continue;
        }
        pay_for_bidding(hearing, provider);
        market.notebook.note({week.number, 0, DecisionKind::bid_made, Reason::none,
                              market.providers.key[static_cast<std::size_t>(provider)], tender, one.asks,
                              one.able.volume});
        bids.push_back({.provider = provider,
                        .key = one.key,
                        .price = one.asks,
                        .volume = one.able.volume,
                        .taken_over = one.able.taken_over,
                        .built = one.able.built,
                        .misjudged = one.misjudged - 1.0,
                        .need_seen = one.need_seen});
    }
    return bids;
}

/// Bidders for whom an offer is worth making, with what each asks at first by what it believes of its rivals.
std::vector<Bidder> who_bids(Hearing const& hearing, std::vector<Able> const& able)
{
    std::vector<Bidder> bidders = reckon(hearing, able);
    double const posted = posted_price(hearing);
    double const mean = mean_cost(hearing);
    auto const ask_among = [&](Bidder const& one, std::size_t bidding)
    {
        return posted > 0.0
                   ? posted
                   : shaded_offer(one.lowest, dearest_rival(hearing, one, mean), competitors(hearing, bidding));
    };
    leave_who_finds_it_worth(hearing, bidders, ask_among);
    for (Bidder& one : bidders)
        one.asks = ask_among(one, bidders.size());
    return bidders;
}

} // namespace

std::vector<Bid> hear_sealed(Hearing const& hearing, std::vector<Able> const& able)
{
    return offers_of(hearing, who_bids(hearing, able), highest_for(hearing));
}

std::vector<Bid> hear_negotiated(Hearing const& hearing, std::vector<Able> const& able)
{
    std::vector<Bidder> bidders = who_bids(hearing, able);
    for (std::int32_t round = 0; round < hearing.plan.rounds && !bidders.empty(); ++round)
    {
        auto const cheaper = [](Bidder const& a, Bidder const& b) {
            return std::tuple{a.asks, a.key} < std::tuple{b.asks, b.key};
        };
        auto const leader = std::min_element(bidders.begin(), bidders.end(), cheaper);
        for (auto one = bidders.begin(); one != bidders.end(); ++one)
            if (one != leader) // who leads has no reason to go lower
                one->asks =
                    bettered_offer(one->asks, one->lowest, leader->asks, static_cast<std::int32_t>(bidders.size()));
    }
    return offers_of(hearing, bidders, highest_for(hearing));
}

std::vector<Bid> hear_at_open_book(Hearing const& hearing, std::vector<Able> const& able)
{
    std::vector<Bidder> bidders = reckon(hearing, able);
    for (Bidder& one : bidders)
        one.asks = one.lowest;
    return offers_of(hearing, bidders, highest_price(hearing));
}

std::vector<Bid> hear_after_development(Hearing const& hearing, std::vector<Able> const& able)
{
    for (Able const& partner : able)
        develop(hearing, partner.provider);
    return hear_sealed(hearing, able);
}

std::vector<Bid> hear_old_price(Hearing const& hearing, std::vector<Able> const& able)
{
    double const limit = highest_price(hearing);
    std::vector<Bidder> bidders = reckon(hearing, able);
    for (Bidder& one : bidders)
        one.asks = std::min(limit, price_now(hearing, one.able.provider));
    return offers_of(hearing, bidders, limit);
}

} // namespace caremarket
