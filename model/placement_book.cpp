#include "model/placement_book.hpp"

#include "model/placement_price.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

std::size_t owner_of(Market const& market, std::size_t provider)
{
    GroupId const group = market.providers.group[provider];
    return group != no_group ? static_cast<std::size_t>(group) : market.groups.has_failed.size() + provider;
}

} // namespace

void PlacementBook::add(Market const& market, std::size_t locality, PersonSlot person)
{
    People const& people = market.people[locality];
    Contracts const& contracts = market.contracts;
    Providers const& all = market.providers;
    auto const p = static_cast<std::size_t>(people.provider[person]);
    ContractId const contract = people.contract[person];
    bool const is_contracted = contract != no_contract;
    double const price = is_contracted
                             ? contracts.price_for(contract, people[person].undercut) * contracts.share_paid(contract)
                             : people[person].price;
    Pence const weekly = to_pence(price * units(people[person].need));
    value += weekly;
    under_contract += is_contracted ? weekly : 0;
    voluntary += all.sector[p] == Sector::voluntary ? weekly : 0;
    small_firms += all.sector[p] == Sector::independent && all.group[p] == no_group ? weekly : 0;
    local += all.locality[p] == locality ? weekly : 0;
    if (by_owner.empty())
        by_owner.resize(market.groups.has_failed.size() + all.key.size(), 0);
    by_owner[owner_of(market, p)] += weekly;
}

Pence PlacementBook::largest() const
{
    return by_owner.empty() ? 0 : *std::max_element(by_owner.begin(), by_owner.end());
}

double PlacementBook::concentrated() const
{
    double squares = 0.0;
    for (Pence const bought : by_owner)
        squares += static_cast<double>(bought) * static_cast<double>(bought);
    return value > 0 ? squares / static_cast<double>(value) : 0.0;
}

} // namespace caremarket
