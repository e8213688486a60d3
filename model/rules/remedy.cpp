#include "model/rules/remedy.hpp"

#include "model/maths.hpp"
#include "model/rules/sanctions.hpp"

namespace caremarket
{

double pay_rise_to_cure(RemedySought const& sought)
{
    // The chance is no concave function of the rise: all of the range is looked at.
    constexpr int steps = 40;
    auto const chance = [&sought](double rise)
    { return chance_of_finding(sought.quality + sought.gain * rise, sought.standard, sought.noise); };
    double best = 0.0;
    double best_worth = sought.at_stake * chance(0.0);
    for (int step = 1; step <= steps; ++step)
    {
        double const rise = sought.most * step / steps;
        double const worth =
            sought.at_stake * chance(rise) - (maths::exp(rise) - 1.0) * sought.pay_bill * sought.weeks_of_pay;
        if (worth > best_worth)
        {
            best_worth = worth;
            best = rise;
        }
    }
    return best;
}

double quality_gained_by_pay(double pay_effect, double turnover_effect, double turnover_change, double return_rate,
                             double years)
{
    double const a_year = pay_effect + turnover_effect * turnover_change;
    return return_rate > 0.0 ? a_year * (1.0 - maths::exp(-return_rate * years)) / return_rate : a_year * years;
}

} // namespace caremarket
