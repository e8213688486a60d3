#include "tests/support/register.hpp"

namespace caremarket::tests
{

void Register::add(Market const& market)
{
    for (std::size_t block = 0; block < market.people.size(); ++block)
    {
        People const& in_block = market.people[block];
        for (PersonSlot p = 0; p < in_block.size(); ++p)
            if (!in_block.is_empty(p))
                people.try_emplace(in_block[p].key,
                                   Person{block, in_block[p].funding, in_block[p].has_direct_payment != 0});
    }
    Providers const& firms = market.providers;
    for (std::size_t p = 0; p < firms.key.size(); ++p)
        if (firms.key[p].value != 0)
            providers.try_emplace(firms.key[p],
                                  Provider{firms.service[p], firms.locality[p], firms.sector[p] == Sector::in_house});
    Contracts const& all = market.contracts;
    for (ContractId contract = 0; contract < all.size(); ++contract)
        if (auto const c = static_cast<std::size_t>(contract); !all.is_empty(contract))
            contracts.try_emplace(all.key[c], Contract{all.key[c], all.locality[c], all.service[c], all.kind[c],
                                                       all.terms[c].discount, all.lot[c]});
}

} // namespace caremarket::tests
