#include "tests/support/ledger.hpp"

namespace caremarket::tests
{

void open_notebooks(Market& market)
{
    market.notebook.is_open = true;
    for (BlockScratch& scratch : market.scratch)
        scratch.notebook.is_open = true;
}

std::vector<Decision> take_decisions(Market& market)
{
    std::vector<Decision> all = market.notebook.take();
    for (BlockScratch& scratch : market.scratch)
    {
        std::vector<Decision> const lines = scratch.notebook.take();
        all.insert(all.end(), lines.begin(), lines.end());
    }
    sort_decisions(all);
    return all;
}

std::vector<Decision> opening_state(Market const& market, std::int32_t week)
{
    std::vector<Decision> lines;
    Contracts const& contracts = market.contracts;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (!contracts.is_empty(contract) && contracts.is_in_force[c])
            lines.push_back({week, 0, DecisionKind::contract_begins, Reason::opening_stock, contracts.key[c],
                             market.providers.key[static_cast<std::size_t>(contracts.provider[c])], contracts.price[c],
                             units(contracts.guaranteed[c])});
    }
    for (People const& people : market.people)
        for (PersonSlot p = 0; p < people.size(); ++p)
        {
            if (!people.is_in_care(p) || people[p].last_day != stays_on)
                continue;
            EntityKey const key = people[p].key;
            lines.push_back({week, 0, DecisionKind::care_begins, Reason::opening_stock, key,
                             market.providers.key[static_cast<std::size_t>(people.provider[p])], people[p].price,
                             units(people[p].need)});
            if (people[p].funding == Funding::council)
                lines.push_back(
                    {week, 0, DecisionKind::charge_assessed, Reason::opening_stock, key, {}, people[p].charge, 0.0});
            if (people[p].top_up > 0.0)
                lines.push_back({week, 0, DecisionKind::top_up_agreed, Reason::opening_stock, key,
                                 market.providers.key[static_cast<std::size_t>(people.provider[p])], people[p].top_up,
                                 0.0});
            if (people.contract[p] != no_contract)
                lines.push_back({week, 0, DecisionKind::joins_contract, Reason::opening_stock, key,
                                 contracts.key[static_cast<std::size_t>(people.contract[p])],
                                 contracts.price_for(people.contract[p], people[p].undercut), units(people[p].need)});
        }
    sort_decisions(lines);
    return lines;
}

} // namespace caremarket::tests
