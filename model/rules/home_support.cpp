#include "model/rules/home_support.hpp"

#include "model/maths.hpp"

#include <algorithm>

namespace caremarket
{

double need_prevented(double effect, double limit, double spend)
{
    if (limit <= 0.0 || spend <= 0.0)
        return 0.0;
    return limit * (1.0 - maths::exp(-effect * spend / limit));
}

double built_up(double before, double spend, double weeks, double lag)
{
    return spend + (before - spend) * maths::exp(-weeks / lag);
}

HomePackage package_of(int need, double spared, double family, double cut)
{
    auto const whole = [](double quarters) { return static_cast<int>(maths::round_half_even(quarters)); };
    HomePackage package;
    int const left = spared == 0.0 ? need : std::max(1, whole(need * (1.0 - spared)));
    package.family = family > 0.0 ? std::min(left - 1, whole(left * family)) : 0;
    int const asked = left - package.family;
    package.commissioned = cut > 0.0 ? std::max(1, whole(asked * (1.0 - cut))) : asked;
    return package;
}

double hazard_of_giving_up(double rate, double hours, double respite, double relief)
{
    return rate * hours * maths::exp(-relief * respite);
}

} // namespace caremarket
