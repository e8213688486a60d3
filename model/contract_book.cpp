#include "model/contract_book.hpp"

#include "model/engine/search.hpp"

namespace caremarket
{

UpliftClause clause_on(StrategyService const& levers, Date day)
{
    return {.rule = static_cast<UpliftRule>(static_cast<int>(levers.uplift_rule.at(day))),
            .fixed = levers.uplift_fixed.at(day),
            .pass_through = levers.uplift_pass_through.at(day),
            .wage_share = levers.uplift_wage_share.at(day)};
}

void end_contract(Market& market, Week const& week, ContractId contract, Reason reason)
{
    // A provider closes when the week is over; a term ends before it begins.
    std::int32_t const day = reason == Reason::provider_closed ? week.days : 0;
    Contracts& contracts = market.contracts;
    auto const c = static_cast<std::size_t>(contract);
    auto const provider = static_cast<std::size_t>(contracts.provider[c]);
    std::vector<PersonSlot>& found = market.scratch.front().found;
    for (std::size_t block = 0; block < market.people.size(); ++block)
    {
        People& people = market.people[block];
        found.clear();
        find_equal(people.contract, contract, found);
        for (PersonSlot const p : found)
        {
            people.contract[p] = no_contract;
            people.price[p] = contracts.price[c];
            people.forget_week_price(p);
            market.notebook.note({week.number, day, DecisionKind::leaves_contract, reason, people.key[p],
                                  contracts.key[c], people.price[p], units(people.need[p])});
        }
    }
    if (contracts.is_in_force[c])
    {
        market.providers.guaranteed[provider] -= contracts.guaranteed[c];
        market.providers.block_used[provider] -= contracts.used[c];
        market.providers.council_spot[provider] += contracts.used[c];
    }
    market.notebook.note({week.number, day, DecisionKind::contract_ends, reason, contracts.key[c],
                          market.providers.key[provider], contracts.price[c], units(contracts.guaranteed[c])});
    contracts.give_back(contract);
}

} // namespace caremarket
