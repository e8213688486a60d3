#include "model/rules/bidding.hpp"

#include "model/rules/cash_path.hpp"

#include <algorithm>

namespace caremarket
{

CostPrice price_to_cover_cost(OfferedTerms const& terms, FirmAccounts const& firm)
{
    double const fixed_share = firm.fixed_cost * terms.paid / terms.firm_units;
    double const cost = firm.variable_cost * terms.used + fixed_share;
    double const wanted = cost * (1.0 + firm.required_surplus) * (1.0 + 0.5 * terms.cost_growth_left * terms.years);
    if (firm.risk_aversion <= 0.0)
        return {wanted / terms.paid, 0.0};

    // The whole firm's cash path: its margin wanders with the volume nobody guarantees. A risk charge lifts the drift
    // and so lowers the risk; a few damped rounds find where both agree.
    double const weeks = 52.0 * std::max(terms.years, 0.25);
    double const contribution = firm.fixed_cost / terms.firm_units + (wanted - cost) / terms.paid;
    double const variance = cash_variance(contribution, terms.risky, firm.person, firm.stay);
    double const surplus = (wanted - cost) / terms.paid * terms.firm_units;
    double charge = 0.0; // [GBP/week] of the whole firm
    for (int round = 0; round < 4; ++round)
    {
        double const chance = chance_of_running_out(firm.cash, surplus + charge, variance, weeks);
        charge = 0.5 * (charge + firm.risk_aversion * chance * firm.loss_on_failure / weeks);
    }
    double const per_unit = charge / terms.firm_units;
    return {wanted / terms.paid + per_unit, per_unit};
}

double earned_elsewhere(double variable_cost, double price_elsewhere, double occupancy, double fill)
{
    return occupancy * std::max(0.0, price_elsewhere - variable_cost) + fill * variable_cost;
}

double shaded_offer(double own_cost, double dearest_rival, std::int32_t competitors)
{
    return own_cost + std::max(0.0, dearest_rival - own_cost) / static_cast<double>(competitors);
}

} // namespace caremarket
