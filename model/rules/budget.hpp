#pragma once

namespace caremarket
{

/// How far a council thinks itself over budget, in [0, 1]: 0 when the forecast is within it, 1 at a twentieth over.
/// \param spent  since 1 April [GBP]
/// \param days   of the financial year so far; a month must have passed, or it makes no forecast
/// \param budget of the year [GBP]
[[nodiscard]] double budget_pressure(double spent, int days, double budget);

} // namespace caremarket
