#include "model/rules/term.hpp"

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

} // namespace caremarket
