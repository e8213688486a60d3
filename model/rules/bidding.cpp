#include "model/rules/bidding.hpp"

#include "model/clock.hpp"
#include "model/rules/cash_path.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

/// The charge that pays for the chance of failure left when it is asked for [GBP/week] of the whole firm: a charge lifts
/// the drift of cash and so lowers the chance, so the two meet once, between nothing and the whole loss.
/// \param loss     if failure were certain [GBP/week]
/// \param chance_at of failure when so much is charged, falling
template <class ChanceAt>
double charge_for_risk(double loss, ChanceAt&& chance_at)
{
    constexpr double negligible = 1e-4;
    double low = 0.0;
    double high = loss * chance_at(0.0); // asked for nothing; as the chance only falls, more is never needed
    for (int halving = 0; halving < 10 && high > negligible * loss; ++halving)
    {
        double const middle = 0.5 * (low + high);
        (loss * chance_at(middle) > middle ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

} // namespace

CostPrice price_to_cover_cost(OfferedTerms const& terms, FirmAccounts const& firm)
{
    double const fixed_share = firm.fixed_cost * terms.paid / terms.firm_units;
    double const cost = firm.variable_cost * terms.used + fixed_share;
    double const wanted = cost * (1.0 + firm.required_surplus) * (1.0 + 0.5 * terms.cost_growth_left * terms.years);
    if (firm.risk_aversion <= 0.0)
        return {wanted / terms.paid, 0.0};

    // The whole firm's cash path: its margin wanders with the volume nobody guarantees.
    double const weeks = mean_weeks_in_a_year * std::max(terms.years, 0.25); // nobody looks less than a quarter ahead
    double const contribution = firm.fixed_cost / terms.firm_units + (wanted - cost) / terms.paid;
    double const variance = cash_variance(contribution, terms.risky, firm.person, firm.stay);
    double const surplus = (wanted - cost) / terms.paid * terms.firm_units;
    double const loss = firm.risk_aversion * firm.loss_on_failure / weeks;
    double const charge = charge_for_risk(
        loss, [&](double asked) { return chance_of_running_out(firm.cash, surplus + asked, variance, weeks); });
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
