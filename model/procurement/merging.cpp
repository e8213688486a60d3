#include "model/procurement/merging.hpp"

#include "model/procurement/lots.hpp"
#include "model/procurement/planning.hpp"
#include "model/procurement/route.hpp"
#include "model/provider_costs.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace caremarket
{

namespace
{

bool is_among(MergedServices merged, Service service)
{
    return merged == MergedServices::all || (merged == MergedServices::care_homes && is_care_home(service));
}

/// Whether the strategy lets the lot as one with others.
bool may_be_merged(Market const& market, Inputs const& inputs, Week const& week, TenderPlan const& lot)
{
    Dated const& lever = inputs.strategies[market.tables.commissioner_of[lot.locality]].all.merged_services;
    return lot.kind != Channel::framework && !rules_of(lot.route).judge &&
           is_among(chosen<MergedServices>(lever, week.first), lot.service);
}

bool serve_same_localities(Lot const& a, Lot const& b)
{
    return std::ranges::equal(a.parts, b.parts, {}, &LotPart::locality, &LotPart::locality);
}

bool go_together(TenderPlan const& a, TenderPlan const& b)
{
    return a.kind == b.kind && a.route == b.route && a.service != b.service && serve_same_localities(a.lot, b.lot);
}

/// Takes every lot that goes with this one out of later procurements.
std::vector<TenderPlan> take_those_with(TenderPlan const& lot, auto const& may_be, auto first, auto last)
{
    std::vector<TenderPlan> taken;
    for (auto procurement = first; procurement != last; ++procurement)
        std::erase_if(*procurement,
                      [&](TenderPlan const& other)
                      {
                          bool const goes = may_be(other) && go_together(lot, other);
                          if (goes)
                              taken.push_back(other);
                          return goes;
                      });
    return taken;
}

/// One procurement takes as long, and as much of officers and bidders, as the heaviest of its parts alone; money is shared
/// by worth.
TenderPlan let_as_one(Market const& market, std::vector<TenderPlan> lots)
{
    auto const place = [&market](TenderPlan const& lot) { return std::tuple{-worth_of(market, lot), lot.service}; };
    std::sort(lots.begin(), lots.end(),
              [&place](TenderPlan const& a, TenderPlan const& b) { return place(a) < place(b); });
    TenderPlan heaviest = lots.front();
    double worth = 0.0;
    for (TenderPlan const& lot : lots)
    {
        heaviest.decided = std::max(heaviest.decided, lot.decided);
        heaviest.begins = std::max(heaviest.begins, lot.begins);
        heaviest.work = std::max(heaviest.work, lot.work);
        heaviest.cost = std::max(heaviest.cost, lot.cost);
        heaviest.bid_cost = std::max(heaviest.bid_cost, lot.bid_cost);
        worth += worth_of(market, lot);
    }
    for (TenderPlan& lot : lots)
    {
        double const share = worth_of(market, lot) / worth;
        lot.terms.is_merged = true;
        lot.decided = heaviest.decided;
        lot.begins = heaviest.begins;
        lot.work = 0.0; // officers' is all with the first
        lot.cost = share * heaviest.cost;
        lot.bid_cost = share * heaviest.bid_cost;
    }
    TenderPlan lead = lots.front();
    lead.work = heaviest.work;
    lead.merged.assign(lots.begin() + 1, lots.end());
    return lead;
}

/// Whether an owner holds merged contracts of another service, too.
bool holds_another(Market const& market, std::vector<ContractId> const& merged, ContractId contract)
{
    Contracts const& contracts = market.contracts;
    auto const c = static_cast<std::size_t>(contract);
    return std::any_of(merged.begin(), merged.end(),
                       [&](ContractId other)
                       {
                           auto const o = static_cast<std::size_t>(other);
                           return contracts.service[o] != contracts.service[c] &&
                                  have_one_owner(market.providers, contracts.provider[o], contracts.provider[c]);
                       });
}

} // namespace

void merge_services(Market const& market, Inputs const& inputs, Week const& week,
                    std::vector<std::vector<TenderPlan>>& procurements)
{
    auto const may_be = [&](TenderPlan const& lot) { return may_be_merged(market, inputs, week, lot); };
    for (auto procurement = procurements.begin(); procurement != procurements.end(); ++procurement)
        for (TenderPlan& lot : *procurement)
        {
            if (!may_be(lot))
                continue;
            std::vector<TenderPlan> together = take_those_with(lot, may_be, procurement + 1, procurements.end());
            if (together.empty())
                continue;
            together.insert(together.begin(), lot);
            lot = let_as_one(market, std::move(together));
        }
    std::erase_if(procurements, [](std::vector<TenderPlan> const& lots) { return lots.empty(); });
}

bool delivers_all(Market const& market, TenderPlan const& plan, ProviderId provider)
{
    if (!plan.terms.is_merged)
        return true;
    auto const is_its_owners = [&](ProviderId other) { return have_one_owner(market.providers, other, provider); };
    if (plan.merged.empty())
        return std::ranges::any_of(plan.won_by, is_its_owners);
    return std::ranges::all_of(
        plan.merged, [&](TenderPlan const& other)
        { return std::ranges::any_of(providers_there(market, other.service, plan.lot), is_its_owners); });
}

void share_offices(Market& market, Inputs const& inputs)
{
    Contracts const& contracts = market.contracts;
    Providers& all = market.providers;
    std::vector<ContractId> merged;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
        if (auto const c = static_cast<std::size_t>(contract);
            !contracts.is_empty(contract) && contracts.is_in_force[c] != 0 && contracts.terms[c].is_merged)
            merged.push_back(contract);
    std::vector<Quarters> promised(all.office_shared.size(), 0);
    for (ContractId const contract : merged)
        if (holds_another(market, merged, contract))
        {
            auto const c = static_cast<std::size_t>(contract);
            promised[static_cast<std::size_t>(contracts.provider[c])] += contracts.guaranteed[c];
        }
    for (std::size_t p = 0; p < promised.size(); ++p)
    {
        all.office_shared[p] = 0.0;
        if (promised[p] > 0)
            all.office_shared[p] =
                inputs.behaviour.all.merged_office_saving *
                std::min(1.0, units(promised[p]) / expected_units(market, static_cast<ProviderId>(p)));
    }
}

} // namespace caremarket
