#include "model/brokerage/call_plan.hpp"

#include "model/brokerage/call_off.hpp"
#include "model/brokerage/preferences.hpp"

#include <algorithm>
#include <tuple>

namespace caremarket
{

namespace
{

/// The limits of the date, after what the council does when it is over budget.
void set_limits(CallPlan& plan, Market const& market, Inputs const& inputs, Week const& week, Service service,
                std::size_t locality)
{
    Commissioner const& council = market.council_of(locality);
    Strategy const& strategy = inputs.strategies[market.tables.commissioner_of[locality]];
    StrategyService const& levers = strategy.of[service];
    double const usual = council.usual_rate[service];
    double const lower = 1.0 - strategy.all.response_spot.at(week.first) * council.pressure;
    plan.order = chosen<CallOrder>(levers.call_order, week.first);
    plan.limit = levers.spot_limit.at(week.first) * usual * lower;
    plan.limit_rise = levers.spot_limit_rise.at(week.first) * usual * lower;
    plan.posted = levers.posted_spot_price.at(week.first) * council.uplift_index[service];
    plan.direct_payment = levers.direct_payment_rate.at(week.first) * usual;
    plan.weeks_delayed = strategy.all.response_delay.at(week.first) * council.pressure;
    plan.allows_top_ups = levers.top_ups.at(week.first) != 0.0;
    plan.devolved = levers.devolved_share.at(week.first);
    LocalMarket const& local = market.local[market.area(service, locality)];
    double const nhs = levers.nhs_joins.at(week.first) != 0.0 ? local.nhs_volume : 0.0;
    plan.listed = levers.mix[Channel::framework].at(week.first) * (local.council_volume + nhs) * quarters_in_a_unit;
    plan.framework_room = static_cast<Quarters>(plan.listed);
    plan.listed_along.clear();
    plan.nhs_joins = false;
    plan.guarantees_listed = false;
    plan.call_off = &rules_of(chosen<CallOff>(levers.call_off, week.first));
}

/// Who shares a list shares what is planned for it.
void share_list(Market const& market, std::vector<CallPlan>& plans, std::size_t c, LocalityId locality)
{
    Service const service = market.contracts.service[c];
    CallPlan& plan = plans[market.area(service, locality)];
    for (LotPart const& other : market.contracts.lot[c].parts)
    {
        auto& along = plan.listed_along;
        if (other.locality == locality || std::find(along.begin(), along.end(), other.locality) != along.end())
            continue;
        along.push_back(other.locality);
        plan.framework_room += static_cast<Quarters>(plans[market.area(service, other.locality)].listed);
    }
}

void list_contract(Market const& market, std::vector<CallPlan>& plans, ContractId contract, LocalityId locality)
{
    Contracts const& contracts = market.contracts;
    auto const c = static_cast<std::size_t>(contract);
    CallPlan& plan = plans[market.area(contracts.service[c], locality)];
    plan.nhs_joins |= contracts.lot[c].nhs_joins;
    switch (contracts.kind[c])
    {
    case Channel::block: plan.block_contracts.push_back(contract); break;
    case Channel::core: plan.core_contracts.push_back(contract); break;
    case Channel::framework:
        plan.framework_contracts.push_back(contract);
        share_list(market, plans, c, locality);
        plan.framework_room -= contracts.used[c];
        plan.guarantees_listed |= contracts.guaranteed[c] > 0;
        break;
    default: break;
    }
}

/// Each contract stands on the lists of every locality it serves.
void list_contracts(Market const& market, std::vector<CallPlan>& plans)
{
    Contracts const& contracts = market.contracts;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (!contracts.takes_people(contract))
            continue;
        for (LotPart const& part : contracts.lot[c].parts)
            list_contract(market, plans, contract, part.locality);
    }
}

/// A council that suspends a contract places nobody with its provider otherwise either.
void see_suspended(Market const& market, std::vector<CallPlan>& plans)
{
    Contracts const& contracts = market.contracts;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (contracts.is_empty(contract) || !contracts.is_in_force[c] || !contracts.oversight[c].is_suspended)
            continue;
        for (std::size_t locality = 0; locality < market.locality_count(); ++locality)
            if (market.tables.commissioner_of[locality] == contracts.commissioner[c])
                plans[market.area(contracts.service[c], locality)].suspended.push_back(contracts.provider[c]);
    }
}

/// Most that one listed provider may have of what is planned for all who share the list.
Quarters most_listed(Market const& market, Inputs const& inputs, Week const& week, Service service,
                     std::size_t locality)
{
    CallPlan const& plan = market.matching.plans[market.area(service, locality)];
    double const cap = inputs.strategies[market.tables.commissioner_of[locality]].of[service].demand_cap.at(week.first);
    Quarters along = 0;
    for (LocalityId const other : plan.listed_along)
        along += static_cast<Quarters>(market.matching.plans[market.area(service, other)].listed);
    return cap < 1.0 ? static_cast<Quarters>(cap * (plan.listed + along)) : no_cap;
}

void order_contracts(Contracts const& contracts, CallPlan& plan)
{
    auto const cheaper = [&contracts](ContractId a, ContractId b)
    {
        auto const x = static_cast<std::size_t>(a);
        auto const y = static_cast<std::size_t>(b);
        return std::tuple{contracts.price[x], contracts.key[x]} < std::tuple{contracts.price[y], contracts.key[y]};
    };
    auto const better = [&contracts](ContractId a, ContractId b)
    {
        auto const x = static_cast<std::size_t>(a);
        auto const y = static_cast<std::size_t>(b);
        return std::tuple{-contracts.score[x], contracts.key[x]} < std::tuple{-contracts.score[y], contracts.key[y]};
    };
    std::sort(plan.block_contracts.begin(), plan.block_contracts.end(), cheaper);
    std::sort(plan.core_contracts.begin(), plan.core_contracts.end(), cheaper);
    std::sort(plan.framework_contracts.begin(), plan.framework_contracts.end(), better);
}

} // namespace

void plan_calls(Market& market, Inputs const& inputs, Week const& week)
{
    std::vector<CallPlan>& plans = market.matching.plans;
    plans.resize(count_of<Service> * market.locality_count());
    for (Service const service : all_of<Service>())
        for (std::size_t locality = 0; locality < market.locality_count(); ++locality)
        {
            CallPlan& plan = plans[market.area(service, locality)];
            for (auto* contracts : {&plan.block_contracts, &plan.core_contracts, &plan.framework_contracts})
                contracts->clear();
            plan.in_house.clear();
            plan.suspended.clear();
            plan.is_listed.fill(false);
            plan.first_with_room.fill(0);
            set_limits(plan, market, inputs, week, service, locality);
            for (ProviderId const provider : market.providers_of[market.area(service, locality)])
                if (market.providers.sector[static_cast<std::size_t>(provider)] == Sector::in_house)
                    plan.in_house.push_back(provider);
        }
    list_contracts(market, plans);
    see_suspended(market, plans);
    for (Service const service : all_of<Service>())
        for (std::size_t locality = 0; locality < market.locality_count(); ++locality)
        {
            CallPlan& plan = plans[market.area(service, locality)];
            plan.most_listed = most_listed(market, inputs, week, service, locality);
            order_contracts(market.contracts, plan);
            plan.call_off->put_in_order(market, inputs, static_cast<LocalityId>(locality), plan);
        }
}

void look_for_room(Market const& market, Room& room)
{
    Providers const& all = market.providers;
    Contracts const& contracts = market.contracts;
    room.physical.resize(all.key.size());
    room.open.resize(all.key.size());
    room.promised.assign(all.key.size(), 0);
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (contracts.takes_people(contract))
            room.promised[static_cast<std::size_t>(contracts.provider[c])] +=
                std::max(0, contracts.guaranteed[c] - contracts.used[c]);
    }
    for (std::size_t p = 0; p < all.key.size(); ++p)
    {
        auto const provider = static_cast<ProviderId>(p);
        bool const takes_people = all.is_open(provider) && !is_under_embargo(all, provider);
        room.physical[p] = takes_people ? std::max(0, all.capacity[p] - all.occupied[p]) : 0;
        room.open[p] = std::max(0, room.physical[p] - room.promised[p]);
    }
}

} // namespace caremarket
