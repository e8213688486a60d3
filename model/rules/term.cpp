#include "model/rules/term.hpp"

#include "model/maths.hpp"

#include <algorithm>

namespace caremarket
{

double years_counted_on(double years, double break_after)
{
    return break_after > 0.0 ? std::min(years, break_after) : years;
}

bool is_worth_keeping(double price, double price_of_new, double cost_of_letting)
{
    return price <= price_of_new + cost_of_letting;
}

double share_kept(double fill, double step_down, double years)
{
    if (step_down <= 0.0)
        return 1.0;
    double const left = step_down < 1.0 ? maths::pow(1.0 - step_down, years) : 0.0;
    double const voids = std::min(1.0, (1.0 - left) / (step_down * years)); // nothing is reviewed within a year
    return fill + (1.0 - fill) * voids;
}

} // namespace caremarket
