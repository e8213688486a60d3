#include "model/rules/budget.hpp"

#include <algorithm>

namespace caremarket
{

double budget_pressure(double spent, int days, double budget, BudgetWatch const& watch)
{
    if (days < watch.forecast_from || budget <= 0.0)
        return 0.0;
    double const forecast = spent * 365.25 / days;
    return std::clamp((forecast / budget - 1.0) / watch.full_pressure, 0.0, 1.0);
}

} // namespace caremarket
