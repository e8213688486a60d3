#include "model/brokerage/call_off.hpp"

#include "model/brokerage/preferences.hpp"
#include "model/rules/rows_in_order.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace caremarket
{

namespace
{

EntityKey key_of(Market const& market, ContractId contract)
{
    return market.contracts.key[static_cast<std::size_t>(contract)];
}

void keep_order(Market&, Inputs const&, LocalityId, CallPlan&) {}

void see_nothing(CallPlan&, ContractId, Quarters) {}

Undercut nothing_off(Market const&, ContractId)
{
    return 0;
}

std::span<ContractId const> by_score(CallPlan const& plan, Person const&, Seeker&, BlockScratch&)
{
    return plan.framework_contracts;
}

/// What a provider asks for a person today, or its listed price if that is less; never below what it would take.
Undercut below_list_price(Market const& market, ContractId contract)
{
    auto const c = static_cast<std::size_t>(contract);
    auto const p = static_cast<std::size_t>(market.contracts.provider[c]);
    double const share_paid = market.contracts.share_paid(contract);
    double const asks = std::max(market.providers.quote[p], market.providers.reservation[p]) / share_paid;
    double const listed = market.contracts.price[c];
    return asks < listed ? static_cast<Undercut>(std::floor((1.0 - asks / listed) * whole_price)) : 0;
}

void put_lowest_offer_first(Market& market, Inputs const&, LocalityId, CallPlan& plan)
{
    auto const offer = [&market](ContractId contract)
    { return market.contracts.price_for(contract, below_list_price(market, contract)); };
    plan.called[0] = plan.framework_contracts;
    std::sort(plan.called[0].begin(), plan.called[0].end(),
              [&](ContractId a, ContractId b) {
                  return std::tuple{offer(a), key_of(market, a)} < std::tuple{offer(b), key_of(market, b)};
              });
}

std::span<ContractId const> by_offer(CallPlan const& plan, Person const&, Seeker&, BlockScratch&)
{
    return plan.called[0];
}

void put_best_liked_first(Market& market, Inputs const& inputs, LocalityId locality, CallPlan& plan)
{
    for (std::size_t taste = 0; taste < taste_classes; ++taste)
    {
        auto const dislike = [&](ContractId contract)
        {
            ProviderId const provider = market.contracts.provider[static_cast<std::size_t>(contract)];
            return dislike_beside_price(market, inputs.behaviour.all, locality, provider, taste);
        };
        plan.called[taste] = plan.framework_contracts;
        std::sort(plan.called[taste].begin(), plan.called[taste].end(),
                  [&](ContractId a, ContractId b) {
                      return std::tuple{dislike(a), key_of(market, a)} < std::tuple{dislike(b), key_of(market, b)};
                  });
    }
}

std::span<ContractId const> by_taste(CallPlan const& plan, Person const& person, Seeker&, BlockScratch&)
{
    return plan.called[person.taste];
}

void count_what_was_called(Market& market, Inputs const&, LocalityId, CallPlan& plan)
{
    plan.listed_volume.clear();
    for (ContractId const contract : plan.framework_contracts)
        plan.listed_volume.push_back({contract, market.contracts.used[static_cast<std::size_t>(contract)]});
    std::sort(plan.listed_volume.begin(), plan.listed_volume.end(),
              [&market](ListedVolume const& a, ListedVolume const& b)
              { return key_of(market, a.contract) < key_of(market, b.contract); });
}

/// An order of the person's own, that stands for the week: made when it is their turn, by what was called so far.
std::span<ContractId const> by_turns(CallPlan const& plan, Person const&, Seeker& seeker, BlockScratch& scratch)
{
    std::vector<ListedVolume> const& listed = plan.listed_volume;
    if (seeker.first_turn == no_turns)
    {
        seeker.first_turn = static_cast<std::uint32_t>(scratch.turns.size());
        for (std::size_t place = 0; place < listed.size(); ++place)
            scratch.turns.push_back(static_cast<ContractId>(place));
        auto const own = std::span(scratch.turns).subspan(seeker.first_turn);
        auto const called = [&listed](ContractId place) { return listed[static_cast<std::size_t>(place)].called; };
        std::sort(own.begin(), own.end(),
                  [&](ContractId a, ContractId b) {
                      return std::tuple{called(a), a} < std::tuple{called(b), b};
                  });
        for (ContractId& place : own)
            place = listed[static_cast<std::size_t>(place)].contract;
    }
    return std::span(scratch.turns).subspan(seeker.first_turn, listed.size());
}

void add_to_turns(CallPlan& plan, ContractId contract, Quarters volume)
{
    for (ListedVolume& listed : plan.listed_volume)
        if (listed.contract == contract)
            listed.called += volume;
}

constexpr std::array<CallOffRules, 4> ways{{
    {"ranked", keep_order, by_score, nothing_off, see_nothing, false, false, true},
    {"mini-competition", put_lowest_offer_first, by_offer, below_list_price, see_nothing, false, false, false},
    {"choice", put_best_liked_first, by_taste, nothing_off, see_nothing, true, false, false},
    {"rota", count_what_was_called, by_turns, nothing_off, add_to_turns, false, true, false},
}};

static_assert(stand_in_order<CallOff>(ways), "a row stands where its way does");

} // namespace

CallOffRules const& rules_of(CallOff way)
{
    return ways[index_of(way)];
}

bool is_at_cap(Market const& market, CallPlan const& plan, ContractId contract, Quarters need)
{
    if (plan.most_listed == no_cap)
        return false;
    Contracts const& contracts = market.contracts;
    ProviderId const provider = contracts.provider[static_cast<std::size_t>(contract)];
    Quarters has = 0; // its contracts overlap where an old list runs on beside a new one
    for (ContractId const listed : plan.framework_contracts)
        if (auto const c = static_cast<std::size_t>(listed); contracts.provider[c] == provider)
            has += contracts.used[c];
    return has + need > plan.most_listed;
}

} // namespace caremarket
