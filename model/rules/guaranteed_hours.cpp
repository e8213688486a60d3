#include "model/rules/guaranteed_hours.hpp"

#include "model/maths.hpp"
#include "model/rules/expected_fill.hpp"

namespace caremarket
{

double quitting_under_guarantee(double share, double usual, double effect)
{
    return maths::exp(-effect * (share - usual));
}

double guaranteed_hours_chosen(GuaranteedHoursChoice const& c)
{
    constexpr int steps = 20;
    double best = 0.0;
    double least = 0.0;
    for (int step = 0; step <= steps; ++step)
    {
        double const share = static_cast<double>(step) / steps;
        double const idle = expected_idle(share * c.hours, c.hours, c.spread) * c.hour_cost;
        double const leavers = c.hours * c.quit_rate * quitting_under_guarantee(share, c.usual, c.effect) / 52.18;
        double const cost = idle + leavers * c.leaver_cost * c.hour_cost;
        if (step == 0 || cost < least)
        {
            best = share;
            least = cost;
        }
    }
    return best;
}

} // namespace caremarket
