#include "model/placement_price.hpp"

#include <algorithm>

namespace caremarket
{

PlacementPrice price_of_days(Market const& market, People const& people, PersonSlot p, std::int32_t days)
{
    ContractId const contract = people.contract[p];
    // On a contract the price is the contract's, which its uplift moves.
    double const unit_price =
        contract == no_contract ? people.price[p] : market.contracts.price[static_cast<std::size_t>(contract)];
    double const price = unit_price * delivered_units(static_cast<std::int64_t>(people.need[p]) * days);
    double const charge = people.funding[p] == Funding::council ? people.charge[p] : 0.0;
    return {to_pence(price), to_pence(std::min(charge * days / 7.0, price))};
}

Bill bill_of(People const& people, PersonSlot p)
{
    switch (people.funding[p])
    {
    case Funding::council: return people.contract[p] == no_contract ? Bill::council_spot : Bill::contract;
    case Funding::self_funder: return Bill::self_funder;
    case Funding::other: return Bill::other_buyer;
    }
    return Bill::other_buyer;
}

void work_out_week_price(Market const& market, People& people, PersonSlot p)
{
    PlacementPrice const week = price_of_days(market, people, p, 7);
    people.week_price[p] = static_cast<std::int32_t>(week.price);
    people.week_charge[p] = static_cast<std::int32_t>(week.charge);
    people.bill[p] = bill_of(people, p);
}

} // namespace caremarket
