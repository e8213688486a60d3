#include "model/staff_conditions.hpp"

#include "model/rules/pay_conditions.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

/// Adds what one contract asks for, by the part of its provider's work that is done under it.
void add_conditions(Market& market, std::size_t c)
{
    Contracts const& contracts = market.contracts;
    Providers& all = market.providers;
    auto const p = static_cast<std::size_t>(contracts.provider[c]);
    PayConditions const& pay = contracts.terms[c].pay;
    if (all.occupied[p] <= 0)
        return;
    double const part = std::min(1.0, static_cast<double>(contracts.used[c]) / all.occupied[p]);
    all.pay_lift[p] += part * (pay_under(pay, all.wage[p], market.world.real_living_wage) - all.wage[p]);
    if (pay.floor >= 1.0)
        all.living_wage_part[p] = std::min(1.0, all.living_wage_part[p] + part);
    all.hours_floor[p] = std::min(1.0, all.hours_floor[p] + part * pay.guaranteed_hours);
}

} // namespace

void meet_staff_conditions(Market& market)
{
    Contracts const& contracts = market.contracts;
    Providers& all = market.providers;
    std::fill(all.pay_lift.begin(), all.pay_lift.end(), 0.0);
    std::fill(all.living_wage_part.begin(), all.living_wage_part.end(), 0.0);
    std::fill(all.hours_floor.begin(), all.hours_floor.end(), 0.0);
    // In order of key, for sums of doubles depend on it.
    std::vector<std::pair<EntityKey, std::size_t>> with_conditions;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
        if (auto const c = static_cast<std::size_t>(contract);
            !contracts.is_empty(contract) && contracts.is_in_force[c] != 0 && contracts.terms[c].pay != PayConditions{})
            with_conditions.emplace_back(contracts.key[c], c);
    std::sort(with_conditions.begin(), with_conditions.end());
    for (auto const& [key, c] : with_conditions)
    {
        add_conditions(market, c);
        auto const p = static_cast<std::size_t>(contracts.provider[c]);
        all.guaranteed_hours[p] = std::max(all.guaranteed_hours[p], all.hours_floor[p]);
    }
}

} // namespace caremarket
