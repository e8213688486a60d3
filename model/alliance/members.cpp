#include "model/alliance/members.hpp"

#include <algorithm>
#include <tuple>

namespace caremarket
{

std::vector<Alliance> alliances_in_force(Market const& market)
{
    Contracts const& contracts = market.contracts;
    std::vector<ContractId> allied;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
        if (auto const c = static_cast<std::size_t>(contract);
            !contracts.is_empty(contract) && contracts.alliance[c].value != 0 && contracts.is_in_force[c] != 0 &&
            contracts.is_handed_back[c] == 0)
            allied.push_back(contract);
    auto const place_of = [&contracts](ContractId contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        return std::tuple{contracts.alliance[c], contracts.key[c]};
    };
    std::sort(allied.begin(), allied.end(),
              [&place_of](ContractId a, ContractId b) { return place_of(a) < place_of(b); });
    std::vector<Alliance> alliances;
    for (ContractId const contract : allied)
    {
        EntityKey const key = contracts.alliance[static_cast<std::size_t>(contract)];
        if (alliances.empty() || alliances.back().key != key)
            alliances.push_back({key, {}});
        alliances.back().members.push_back(contract);
    }
    std::erase_if(alliances, [](Alliance const& alliance) { return alliance.members.size() < 2; });
    return alliances;
}

} // namespace caremarket
