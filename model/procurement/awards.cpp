#include "model/procurement/awards.hpp"

#include "model/procurement/building.hpp"
#include "model/procurement/choosing.hpp"
#include "model/procurement/lists.hpp"
#include "model/procurement/lots.hpp"
#include "model/procurement/planning.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace caremarket
{

namespace
{

void award(Hearing const& hearing, Bid const& bid, double volume)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    Contracts& contracts = market.contracts;
    double const built = bid.built > 0.0 ? std::max(0.0, volume - (bid.volume - bid.built)) : 0.0;
    ContractId const contract = contracts.take_slot();
    auto const c = static_cast<std::size_t>(contract);
    contracts.key[c] = bid.key;
    contracts.commissioner[c] = market.tables.commissioner_of[plan.locality];
    contracts.service[c] = plan.service;
    contracts.locality[c] = market.providers.locality[static_cast<std::size_t>(bid.provider)];
    contracts.lot[c] = plan.lot;
    contracts.provider[c] = bid.provider;
    contracts.kind[c] = plan.kind;
    contracts.score[c] = bid.score;
    contracts.being_built[c] = static_cast<Quarters>(built * quarters_in_a_unit);
    contracts.guaranteed[c] = static_cast<Quarters>(volume * quarters_in_a_unit) - contracts.being_built[c];
    contracts.price[c] = bid.price;
    contracts.terms[c] = plan.terms;
    contracts.alliance[c] = plan.terms.allies_winners ? tender : EntityKey{};
    contracts.set_full_until(contract);
    contracts.begins[c] = plan.begins;
    contracts.ends[c] = plan.ends;
    if (plan.joins_until) // however long officers took
        contracts.ends[c] = std::max(plan.begins + 1, *plan.joins_until);
    market.due.add({contracts.begins[c], EventKind::contract_begins, bid.key, static_cast<std::uint32_t>(contract)});
    if (built > 0.0)
        build_for_contract(market, inputs, week, plan, bid.provider, built);
}

void count_award(Market& market, TenderPlan const& plan, Bid const& bid, double volume)
{
    MonthCounts::Area& counts = market.counts[0].areas[market.area(plan.service, plan.locality)];
    ++counts.awards;
    counts.weeks_to_contract += plan.begins - plan.opened;
    counts.volume_awarded += volume;
    counts.value_awarded += volume * bid.price;
    counts.misjudged += volume * bid.misjudged;
    counts.need_misjudged += volume * std::abs(bid.need_seen - 1.0);
    counts.quality_awarded += volume * market.providers.quality[static_cast<std::size_t>(bid.provider)];
}

/// What somebody has won of a lot.
struct Won
{
    ProviderId provider = no_provider;
    double volume = 0; // [units/week]
};

/// How much each bidder may win by the council's limit, before anybody has won.
std::vector<double> limits_of(Hearing const& hearing, std::vector<Bid> const& bids)
{
    std::vector<double> limits;
    limits.reserve(bids.size());
    for (Bid const& bid : bids)
        limits.push_back(left_under_limit(hearing, bid.provider));
    return limits;
}

/// What a bidder's owner has won.
double won_by_owner(Hearing const& hearing, std::vector<Won> const& won, ProviderId bidder)
{
    double volume = 0.0;
    for (Won const& one : won)
        if (have_one_owner(hearing.market.providers, one.provider, bidder))
            volume += one.volume;
    return volume;
}

void put_winners_first(std::vector<Bid>& bids, std::vector<Won> const& won)
{
    std::stable_partition(bids.begin(), bids.end(),
                          [&won](Bid const& bid) {
                              return std::any_of(won.begin(), won.end(),
                                                 [&bid](Won const& one) { return one.provider == bid.provider; });
                          });
}

} // namespace

std::vector<ProviderId> award_lot(Hearing const& hearing)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    std::vector<Bid> bids = bids_for(hearing);
    std::size_t const most = most_winners(market, inputs, week, plan);
    bool const is_list = plan.kind == Channel::framework;
    double const part = part_of_guarantee(market, plan, bids.size());
    if (is_list)
        for (LotPart const& lot_part : plan.lot.parts)
            market.local[market.area(plan.service, lot_part.locality)].list_opened = plan.opened;
    double awarded = 0.0;
    std::vector<Won> won;
    std::vector<double> const limits = limits_of(hearing, bids);
    for (std::size_t n = 0; n < bids.size(); ++n)
    {
        Bid const& bid = bids[n];
        if (won.size() == most)
            break;
        // Whole beds, whole hours. A framework promises nothing but what it shares out.
        double const offered = std::floor(std::min(bid.volume, is_list ? part : plan.sought - awarded));
        if (!is_list && offered < smallest_volume(market, plan.service))
            break;
        double const may_win = limits[n] - won_by_owner(hearing, won, bid.provider);
        double const volume = std::floor(std::min(offered, may_win));
        if (!is_list && volume < smallest_volume(market, plan.service))
            continue; // its owner has as much as it may have
        award(hearing, bid, volume);
        count_award(market, plan, bid, volume);
        awarded += volume;
        won.push_back({bid.provider, volume});
    }
    put_winners_first(bids, won);
    tell_losers(hearing, bids, won.size());
    MonthCounts::Area& counts = market.counts[0].areas[market.area(plan.service, plan.locality)];
    counts.volume_sought += is_list ? plan.guaranteed : plan.sought;
    counts.bids += static_cast<std::int64_t>(bids.size());
    counts.lots_without_bid += bids.empty();
    market.notebook.note(
        {week.number, 0, DecisionKind::tender_decided, Reason::none, tender, {}, plan.sought, awarded});
    std::vector<ProviderId> winners;
    winners.reserve(won.size());
    for (Won const& one : won)
        winners.push_back(one.provider);
    return winners;
}

} // namespace caremarket
