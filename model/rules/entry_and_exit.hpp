#pragma once

namespace caremarket
{

/// Value of carrying on [GBP]: the present margin for ever at the rate, if nothing changes.
/// \param margin income less all cost but the charge for capital [GBP/week]
/// \param rate   [share/year], above 0
[[nodiscard]] double value_of_carrying_on(double margin, double rate);

/// Yearly return a firm expects from opening [share/year].
///
/// \param price         average price in the market [GBP/unit]
/// \param variable_cost [GBP/unit]
/// \param fixed_cost    without the charge for capital [GBP/week]
/// \param volume        it expects to deliver [units/week]
/// \param cost_of_entry [GBP]
[[nodiscard]] double return_on_entry(double price, double variable_cost, double fixed_cost, double volume,
                                     double cost_of_entry);

} // namespace caremarket
