#include "model/rules/pay_conditions.hpp"

#include <algorithm>

namespace caremarket
{

double pay_under(PayConditions const& conditions, double wage, double real_living_wage)
{
    return std::max(wage, conditions.floor * real_living_wage);
}

} // namespace caremarket
