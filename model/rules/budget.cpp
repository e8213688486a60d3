#include "model/rules/budget.hpp"

#include <algorithm>

namespace caremarket
{

double budget_pressure(double spent, int days, double budget)
{
    constexpr int first_forecast = 28;
    constexpr double well_over = 0.05;
    if (days < first_forecast || budget <= 0.0)
        return 0.0;
    double const forecast = spent * 365.25 / days;
    return std::clamp((forecast / budget - 1.0) / well_over, 0.0, 1.0);
}

} // namespace caremarket
