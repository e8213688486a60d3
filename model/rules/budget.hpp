#pragma once

namespace caremarket
{

/// How a council watches its budget.
struct BudgetWatch
{
    double forecast_from = 1; ///< [days] of the financial year that must have passed, or it makes no forecast
    double full_pressure = 1; ///< [share of budget] over it at which its pressure is full; above 0
};

/// How far a council thinks itself over budget, in [0, 1]: 0 when the forecast is within it, 1 when it is as far over as
/// puts it under full pressure.
/// \param spent  since 1 April [GBP]
/// \param days   of the financial year so far
/// \param budget of the year [GBP]
[[nodiscard]] double budget_pressure(double spent, int days, double budget, BudgetWatch const& watch);

} // namespace caremarket
