#include "analysis/finance_bridge.hpp"

#include "model/clock.hpp"

#include <cstddef>

namespace caremarket
{

namespace
{

double over(double a, double b)
{
    return b == 0.0 ? 0.0 : a / b;
}

/// What the units of a year would have cost at last year's price in each channel; a new channel at last year's mean.
double at_prices_before(YearOfSpend const& before, YearOfSpend const& now)
{
    double cost = 0.0;
    double const mean = over(before.gross, before.units);
    for (std::size_t c = 0; c < now.channel_units.size(); ++c)
    {
        double const price = before.channel_units[c] == 0.0 ? mean : before.channel_gross[c] / before.channel_units[c];
        cost += price * now.channel_units[c];
    }
    return cost;
}

} // namespace

Bridge bridge_between(YearOfSpend const& before, YearOfSpend const& now)
{
    double const price = over(before.gross, before.units);
    Bridge bridge;
    bridge.inflation = now.uplift * mean_weeks_in_a_year;
    bridge.demography = before.gross * (before.need == 0.0 ? 0.0 : now.need / before.need - 1.0);
    bridge.wealth = (now.once_paid - before.once_paid) * mean_weeks_in_a_year * price;
    bridge.complexity = (now.package - before.package) * now.people * mean_weeks_in_a_year * price;
    bridge.volume = (now.units - before.units) * price - bridge.demography - bridge.wealth - bridge.complexity;
    bridge.mix = at_prices_before(before, now) - now.units * price;
    bridge.price = now.gross - at_prices_before(before, now) - bridge.inflation;
    return bridge;
}

} // namespace caremarket
