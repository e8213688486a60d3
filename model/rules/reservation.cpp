#include "model/rules/reservation.hpp"

#include "model/maths.hpp"

#include <algorithm>

namespace caremarket
{

double reservation_price(double variable_cost, double self_funder_price, double chance_of_self_funder)
{
    return variable_cost + chance_of_self_funder * std::max(0.0, self_funder_price - variable_cost);
}

double chance_of_self_funder(double starts, double free, double weeks)
{
    return 1.0 - maths::exp(-starts * weeks / std::max(1.0, free));
}

double self_funder_price(double worth_otherwise, double elasticity, double weekly_need, double others_pay,
                         double self_funded)
{
    double const marked_up = worth_otherwise * elasticity / (elasticity - 1.0);
    if (self_funded <= 0.0)
        return marked_up;
    return std::max(marked_up, (weekly_need - others_pay) / self_funded);
}

} // namespace caremarket
