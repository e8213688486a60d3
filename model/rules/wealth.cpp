#include "model/rules/wealth.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace caremarket
{

double weeks_until_spent(double capital, double price, double income)
{
    double const weekly = price - income;
    return weekly > 0.0 ? std::max(0.0, capital) / weekly : std::numeric_limits<double>::infinity();
}

double capital_after(double capital, double price, double income, double weeks)
{
    return std::max(0.0, capital - std::max(0.0, price - income) * weeks);
}

double tariff_income(double capital_above_lower_limit, double step)
{
    return std::ceil(std::max(0.0, capital_above_lower_limit) / step);
}

Takeover take_over_from_self_funder(double rate, double limit, double reservation, double family_adds)
{
    using enum Takeover::Answer;
    if (reservation <= rate)
        return {council_rate, rate, 0.0};
    if (reservation <= rate + family_adds)
        return {topped_up, rate, reservation - rate};
    if (reservation <= limit)
        return {above_rate, reservation, 0.0};
    return {};
}

} // namespace caremarket
