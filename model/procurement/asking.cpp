#include "model/procurement/asking.hpp"

#include "model/brokerage/preferences.hpp"
#include "model/contract_book.hpp"
#include "model/procurement/building.hpp"
#include "model/procurement/lists.hpp"
#include "model/procurement/lots.hpp"
#include "model/procurement/merging.hpp"
#include "model/procurement/planning.hpp"
#include "model/procurement/route.hpp"
#include "model/rules/ring_fence.hpp"
#include "model/rules/shortlist.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

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
/// them over; else their places are taken. So, too, people of the NHS where it joins.
Promisable volume_on_offer(Market const& market, ProviderId provider, TenderPlan const& plan)
{
    std::int32_t const from_week = plan.begins;
    bool const transfers_existing = plan.terms.takes_over_existing;
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
    Quarters const nhs = plan.lot.nhs_joins ? all.nhs_spot[p] : 0;
    Quarters const council = all.council_spot[p] - all.direct_payment[p] + all.contract_used[p] + nhs;
    Quarters const others = all.occupied[p] - council;
    Quarters const staying = transfers_existing ? 0 : council - on_lasting_contracts;
    double const volume = std::max(0.0, units(all.capacity[p] - others - staying - promised));
    return {volume, std::min(volume, units(council - on_lasting_contracts - staying))};
}

/// What is published of a provider.
std::optional<Rating> rating_of(Providers const& all, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    return all.is_rated[p] != 0 ? std::optional{all.rating[p]} : std::nullopt;
}

/// Those with the best record, in order of key: what is published of them, and what they write about themselves.
std::vector<ProviderId> best_of(Hearing const& hearing, std::vector<ProviderId> const& providers, std::size_t most)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    Providers const& all = market.providers;
    std::vector<RecordSeen> records;
    records.reserve(providers.size());
    for (ProviderId const provider : providers)
    {
        EntityKey const key = key_of_bid(hearing, provider);
        double const noise = inputs.behaviour.all.written_quality_noise * market.draws.normal(key, Purpose::first_look);
        auto const rating = static_cast<double>(index_of(rating_of(all, provider).value_or(Rating::good)));
        records.push_back({rating - static_cast<double>(index_of(Rating::good)),
                           all.quality[static_cast<std::size_t>(provider)] + noise, key});
    }
    std::vector<ProviderId> best;
    for (std::size_t const place : shortlist_of(records, most))
        best.push_back(providers[place]);
    return best;
}

/// Whether it could have an offer ready in time.
bool is_too_late(Hearing const& hearing, ProviderId provider)
{
    BehaviourAll const& behaviour = hearing.inputs.behaviour.all;
    return hearing.market.draws.log_normal(behaviour.bid_preparation, behaviour.bid_preparation_spread,
                                           hearing.market.providers.key[static_cast<std::size_t>(provider)],
                                           Purpose::preparation) > hearing.plan.weeks_to_prepare;
}

} // namespace

std::vector<ProviderId> anybody(Hearing const& hearing)
{
    Providers const& all = hearing.market.providers;
    std::vector<ProviderId> providers = providers_there(hearing.market, hearing.plan.service, hearing.plan.lot);
    std::erase_if(providers, [&all](ProviderId provider)
                  { return all.sector[static_cast<std::size_t>(provider)] == Sector::in_house; });
    if (hearing.plan.joins_until)
        std::erase_if(providers,
                      [&hearing](ProviderId provider) { return is_on_list(hearing.market, hearing.plan, provider); });
    return providers;
}

std::vector<ProviderId> incumbent(Hearing const& hearing)
{
    Providers const& all = hearing.market.providers;
    std::vector<ProviderId> const providers = anybody(hearing);
    if (providers.empty())
        return {};
    auto const council = [&all](ProviderId provider)
    {
        auto const p = static_cast<std::size_t>(provider);
        return all.council_spot[p] + all.contract_used[p];
    };
    auto const most = std::max_element(providers.begin(), providers.end(),
                                       [&council](ProviderId a, ProviderId b)
                                       { return council(a) < council(b); }); // the first in order of key among equals
    return {*most};
}

std::vector<ProviderId> within_fence(Hearing const& hearing)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    Providers const& all = market.providers;
    auto const fence = chosen<RingFence>(levers_in(market, inputs, plan.service, plan.locality).ring_fence, week.first);
    double const usual_size = inputs.behaviour.of[plan.service].usual_size;
    std::vector<ProviderId> providers = anybody(hearing);
    std::erase_if(providers,
                  [&](ProviderId provider)
                  {
                      auto const p = static_cast<std::size_t>(provider);
                      return !is_inside(fence, {.serves_council = all.council_spot[p] + all.contract_used[p] > 0,
                                                .sector = all.sector[p],
                                                .is_grouped = all.group[p] != no_group,
                                                .size = all.size[p] / usual_size,
                                                .rating = rating_of(all, provider)});
                  });
    return providers;
}

std::vector<ProviderId> best_of_those_there(Hearing const& hearing)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    Providers const& all = market.providers;
    std::vector<ProviderId> providers = anybody(hearing);
    std::erase_if(providers,
                  [&all](ProviderId provider)
                  {
                      auto const p = static_cast<std::size_t>(provider);
                      return all.council_spot[p] + all.contract_used[p] <= 0;
                  });
    double const invited = levers_in(market, inputs, plan.service, plan.locality).shortlist.at(week.first);
    return best_of(hearing, providers, plan.terms.allies_winners ? static_cast<std::size_t>(invited) : 1);
}

std::vector<ProviderId> shortlisted(Hearing const& hearing)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    double const most = levers_in(market, inputs, plan.service, plan.locality).shortlist.at(week.first);
    return best_of(hearing, anybody(hearing), static_cast<std::size_t>(most));
}

void note_declined(Hearing const& hearing, ProviderId provider, Reason reason, double lowest, double volume)
{
    Market& market = hearing.market;
    market.notebook.note({hearing.week.number, 0, DecisionKind::bid_declined, reason,
                          market.providers.key[static_cast<std::size_t>(provider)], hearing.tender, lowest, volume});
}

/// The council does no new business with it: it has suspended a contract, or lately ended one for want of performance.
bool is_barred(Hearing const& hearing, ProviderId provider)
{
    Market const& market = hearing.market;
    Contracts const& contracts = market.contracts;
    if (market.providers.barred_until[static_cast<std::size_t>(provider)] > hearing.week.number)
        return true;
    CommissionerId const council = market.tables.commissioner_of[hearing.plan.locality];
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
        if (auto const c = static_cast<std::size_t>(contract);
            !contracts.is_empty(contract) && contracts.provider[c] == provider &&
            contracts.commissioner[c] == council && contracts.oversight[c].is_suspended)
            return true;
    return false;
}

std::vector<Able> able_of(Hearing const& hearing, std::vector<ProviderId> const& invited)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    bool const promises = plan.kind != Channel::framework;
    std::vector<Able> able;
    for (ProviderId const provider : invited)
    {
        Promisable const can_promise = volume_on_offer(market, provider, plan);
        double const limit = left_under_limit(hearing, provider);
        double const most = std::min(plan.per_bid, limit);
        double const built = volume_to_build(market, week, inputs, plan, provider, most, can_promise.volume);
        double const volume = built > 0.0 ? std::floor(can_promise.volume) + built : std::min(most, can_promise.volume);
        if (is_under_embargo(market.providers, provider))
            note_declined(hearing, provider, Reason::under_embargo, 0.0, volume);
        else if (is_barred(hearing, provider))
            note_declined(hearing, provider, Reason::suspended, 0.0, volume);
        else if (!delivers_all(market, plan, provider))
            note_declined(hearing, provider, Reason::one_service, 0.0, volume);
        else if (promises && volume < smallest_volume(market, plan.service))
            note_declined(hearing, provider,
                          limit < smallest_volume(market, plan.service) ? Reason::lot_limit : Reason::no_room, 0.0,
                          volume);
        else if (rules_of(plan.route).is_advertised && is_too_late(hearing, provider))
            note_declined(hearing, provider, Reason::no_time, 0.0, volume);
        else
            able.push_back({provider, volume, can_promise.taken_over, built});
    }
    return able;
}

} // namespace caremarket
