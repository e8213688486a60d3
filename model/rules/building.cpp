#include "model/rules/building.hpp"

#include "model/maths.hpp"

#include <algorithm>

namespace caremarket
{

double worth_after_contract(double outlay, double return_without, double hurdle, double closing)
{
    double const earning = hurdle > 0.0 ? std::max(0.0, return_without) / hurdle * outlay : outlay;
    return std::min(outlay, std::max(earning, closing));
}

double level_payment(double outlay, double left, double years, double interest)
{
    if (interest <= 0.0)
        return (outlay - left) / years;
    double const discounted = maths::pow(1.0 + interest, -years);
    return (outlay - left * discounted) * interest / (1.0 - discounted);
}

} // namespace caremarket
