#include "model/placement_price.hpp"

#include <algorithm>

namespace caremarket
{

PlacementPrice price_of_days(Market const& market, People const& people, PersonSlot p, std::int32_t days)
{
    ContractId const contract = people.contract[p];
    Service const service = people[p].service;
    // On a contract the price is the contract's, which its uplift moves.
    double const unit_price =
        contract == no_contract ? people[p].price : market.contracts.price_for(contract, people[p].undercut);
    double const weeks = days / 7.0;
    double const price =
        unit_price * delivered_units(static_cast<std::int64_t>(people[p].need) * days) * market.tables.paid[service];
    double const charge = people[p].funding == Funding::council ? people[p].charge : 0.0;
    bool const is_nursed = service == Service::nursing && people[p].funding != Funding::nhs;
    double const nursing = is_nursed ? market.world.funded_nursing_care * weeks : 0.0;
    return {to_pence(price), to_pence(std::min(charge * weeks, price)), to_pence(people[p].top_up * weeks),
            to_pence(nursing)};
}

Bill bill_of(Market const& market, People const& people, PersonSlot p)
{
    bool const is_on_contract = people.contract[p] != no_contract;
    switch (people[p].funding)
    {
    case Funding::council: break;
    case Funding::self_funder: return Bill::self_funder;
    case Funding::nhs: return is_on_contract ? Bill::nhs_contract : Bill::nhs;
    case Funding::other: return Bill::other_buyer;
    }
    if (is_on_contract)
        return bill_by(market.contracts.kind[static_cast<std::size_t>(people.contract[p])]);
    if (people[p].has_direct_payment != 0)
        return Bill::direct_payment;
    bool const is_in_house = people.provider[p] != no_provider &&
                             market.providers.sector[static_cast<std::size_t>(people.provider[p])] == Sector::in_house;
    return is_in_house ? Bill::in_house : Bill::spot;
}

StandingWeek standing_week(Market const& market, People const& people, PersonSlot p)
{
    PlacementPrice const week = price_of_days(market, people, p, 7);
    return {.provider = people.provider[p],
            .contract = people.contract[p],
            .need = people[p].need,
            .undercut = people[p].undercut,
            .bill = bill_of(market, people, p),
            .price = static_cast<std::int32_t>(week.price),
            .charge = static_cast<std::int32_t>(week.charge),
            .top_up = static_cast<std::int32_t>(week.top_up),
            .nursing = static_cast<std::int32_t>(week.nursing)};
}

} // namespace caremarket
