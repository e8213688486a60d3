#include "model/rules/bidding.hpp"

#include "model/clock.hpp"
#include "model/maths.hpp"
#include "model/rules/cash_path.hpp"

#include <algorithm>
#include <cmath>

namespace caremarket
{

namespace
{

/// The charge that pays for the chance of failure left when it is asked for [GBP/week] of the whole firm: a charge lifts
/// the drift of cash and so lowers the chance, so the two meet once, between nothing and the whole loss. False position
/// (the Illinois variant). What a charge falls short by drops at least as fast as the charge rises, so a charge is no
/// further from the one sought than it falls short or beyond.
/// \param loss     if failure were certain [GBP/week]
/// \param chance_at of failure when so much is charged, falling
template <class ChanceAt>
double charge_for_risk(double loss, ChanceAt&& chance_at)
{
    struct Tried
    {
        double charge;
        double short_by; // [GBP/week] of paying for the chance that is left
    };
    auto const ask = [&](double charge) { return Tried{charge, loss * chance_at(charge) - charge}; };
    double const negligible = 1e-4 * loss;
    constexpr int most_tries = 30; // where the chance jumps, the two never meet
    Tried low = ask(0.0);
    if (low.short_by <= negligible)
        return low.short_by;
    Tried high = ask(low.short_by); // asked for nothing; as the chance only falls, more is never needed
    bool was_short = false;
    for (int tries = 0; tries < most_tries; ++tries)
    {
        double const slope = (high.short_by - low.short_by) / (high.charge - low.charge);
        Tried const next = ask(low.charge - low.short_by / slope);
        if (std::abs(next.short_by) <= negligible)
            return next.charge;
        bool const is_short = next.short_by > 0.0;
        (is_short ? low : high) = next;
        if (tries > 0 && is_short == was_short)
            (is_short ? high : low).short_by *= 0.5; // lest one end stay for ever
        was_short = is_short;
    }
    return high.charge;
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
    double const variance = cash_variance(contribution, terms.risky, firm.person, firm.stay) +
                            variance_of_withheld(terms.outcome, terms.outcome_chance, wanted);
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

double bettered_offer(double asked, double own_cost, double told, std::int32_t competitors)
{
    return told > own_cost ? std::min(asked, shaded_offer(own_cost, told, competitors)) : asked;
}

double dearest_after_feedback(double dearest, double own_cost, ToldPrice const& told, double memory)
{
    if (told.price <= 0.0)
        return dearest;
    double const heard = std::min(dearest, std::max(own_cost, told.price));
    return dearest + (heard - dearest) * maths::exp(-told.weeks_ago / memory);
}

} // namespace caremarket
