#include "model/procurement/guarantees.hpp"

#include "model/contract_book.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

constexpr std::int32_t weeks_in_a_quarter = Clock::weeks_in_a_year / 4;

bool has_ended_a_year(std::int32_t weeks_in_force)
{
    return weeks_in_force >= Clock::weeks_in_a_year && weeks_in_force % Clock::weeks_in_a_year < weeks_in_a_quarter;
}

} // namespace

void review_guarantees(Market& market, Week const& week)
{
    Contracts& contracts = market.contracts;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (contracts.is_empty(contract) || !contracts.is_in_force[c] || contracts.is_handed_back[c] ||
            !has_ended_a_year(week.number - contracts.begins[c]))
            continue;
        auto const less = static_cast<Quarters>(contracts.terms[c].step_down *
                                                std::max(0, contracts.guaranteed[c] - contracts.used[c]));
        if (less == 0)
            continue;
        contracts.guaranteed[c] -= less;
        contracts.set_full_until(contract);
        auto const provider = static_cast<std::size_t>(contracts.provider[c]);
        market.providers.guaranteed[provider] -= less;
        market.notebook.note({week.number, 0, DecisionKind::contract_guarantee, Reason::block_void, contracts.key[c],
                              market.providers.key[provider], contracts.price[c], units(contracts.guaranteed[c])});
    }
}

} // namespace caremarket
