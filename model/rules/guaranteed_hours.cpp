#include "model/rules/guaranteed_hours.hpp"

#include "model/clock.hpp"
#include "model/maths.hpp"
#include "model/rules/expected_fill.hpp"

namespace caremarket
{

double quitting_under_guarantee(double share, double usual, double effect)
{
    return maths::exp(-effect * (share - usual));
}

double idle_cost(GuaranteedHoursChoice const& c, double share)
{
    return expected_idle(share * c.employed, c.hours, c.spread) * c.hour_cost;
}

namespace
{

constexpr int steps = 20;

/// Idle time and leavers of a week, in pay [GBP/week].
double weekly_cost(GuaranteedHoursChoice const& c, int step)
{
    double const share = static_cast<double>(step) / steps;
    double const idle = idle_cost(c, share);
    double const leavers =
        c.employed * c.quit_rate * quitting_under_guarantee(share, c.usual, c.effect) / mean_weeks_in_a_year;
    return idle + leavers * c.leaver_cost * c.hour_cost;
}

} // namespace

double guaranteed_hours_chosen(GuaranteedHoursChoice const& c)
{
    // Both costs are convex in the share, so their sum falls to its least and rises after it: walk there from the usual.
    int step = static_cast<int>(c.usual * steps);
    double least = weekly_cost(c, step);
    int const direction = step > 0 && weekly_cost(c, step - 1) <= least ? -1 : 1;
    while (step + direction >= 0 && step + direction <= steps)
    {
        double const next = weekly_cost(c, step + direction);
        if (direction > 0 ? next >= least : next > least)
            break;
        least = next;
        step += direction;
    }
    return static_cast<double>(step) / steps;
}

} // namespace caremarket
