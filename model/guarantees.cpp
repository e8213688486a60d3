#include "model/guarantees.hpp"

#include <algorithm>
#include <utility>

namespace caremarket
{

namespace
{

bool has_ended_a_year(std::int32_t weeks_in_force)
{
    return weeks_in_force >= Clock::weeks_in_a_year &&
           weeks_in_force % Clock::weeks_in_a_year < Clock::weeks_in_a_quarter;
}

bool is_running(Contracts const& contracts, ContractId contract)
{
    auto const c = static_cast<std::size_t>(contract);
    return !contracts.is_empty(contract) && contracts.is_in_force[c] != 0 && contracts.is_handed_back[c] == 0;
}

/// \param day of the week, from which on it holds
void change_guarantee(Market& market, Week const& week, ContractId contract, Quarters change, Reason reason,
                      std::int32_t day = 0)
{
    if (change == 0)
        return;
    Contracts& contracts = market.contracts;
    auto const c = static_cast<std::size_t>(contract);
    auto const provider = static_cast<std::size_t>(contracts.provider[c]);
    contracts.guaranteed[c] += change;
    contracts.set_full_until(contract);
    market.providers.guaranteed[provider] += change;
    market.notebook.note({week.number, day, DecisionKind::contract_guarantee, reason, contracts.key[c],
                          market.providers.key[provider], contracts.price[c], units(contracts.guaranteed[c])});
}

} // namespace

void review_guarantees(Market& market, Week const& week)
{
    Contracts const& contracts = market.contracts;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (!is_running(contracts, contract) || !has_ended_a_year(week.number - contracts.begins[c]))
            continue;
        Quarters const unused = std::max(0, contracts.guaranteed[c] - contracts.used[c]);
        auto const less = static_cast<Quarters>(contracts.terms[c].step_down * unused);
        change_guarantee(market, week, contract, -less, Reason::block_void);
    }
}

void step_up_guarantees(Market& market, Week const& week)
{
    Contracts const& contracts = market.contracts;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (contracts.kind[c] != Channel::core || !is_running(contracts, contract))
            continue;
        Quarters const beyond = std::max(0, contracts.used[c] - contracts.guaranteed[c]);
        auto const more = static_cast<Quarters>(contracts.terms[c].step_up * beyond);
        change_guarantee(market, week, contract, more, Reason::core_beyond);
    }
}

void guarantee_what_is_built(Market& market, Week const& week, ProviderId provider)
{
    Contracts& contracts = market.contracts;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (contracts.is_empty(contract) || contracts.provider[c] != provider)
            continue;
        Quarters const built = std::exchange(contracts.being_built[c], 0);
        if (contracts.is_in_force[c] != 0)
            change_guarantee(market, week, contract, built, Reason::expected_return, week.days);
        else
        {
            contracts.guaranteed[c] += built; // said when it begins
            contracts.set_full_until(contract);
        }
    }
}

} // namespace caremarket
