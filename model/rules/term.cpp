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

double mean_left(double share, double years)
{
    if (share <= 0.0)
        return 1.0;
    double const left = share < 1.0 ? maths::pow(1.0 - share, years) : 0.0;
    return std::min(1.0, (1.0 - left) / (share * years)); // nothing is reviewed within a year
}

namespace
{

/// The first common date after a week.
std::int32_t next_common_date(std::int32_t week, std::int32_t cycle)
{
    std::int32_t const since = (week % cycle + cycle) % cycle; // weeks before the start are negative
    return week - since + cycle;
}

} // namespace

std::int32_t end_in_cycle(std::int32_t begins, std::int32_t cycle, std::int32_t shortest)
{
    std::int32_t ends = next_common_date(begins, cycle);
    while (ends - begins < shortest)
        ends += cycle;
    return ends;
}

std::int32_t begin_in_cycle(std::int32_t earliest, std::int32_t cycle, std::int32_t review)
{
    std::int32_t const common = next_common_date(earliest - 1, cycle); // it may begin on that very day
    return common < earliest + review ? common : earliest;
}

double share_kept(double fill, double step_down, double years)
{
    if (step_down <= 0.0)
        return 1.0;
    return fill + (1.0 - fill) * mean_left(step_down, years);
}

} // namespace caremarket
