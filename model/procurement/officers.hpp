#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// The council's commissioning officers: paid each week, and free for so much work. Work not done does not pile up
/// beyond a quarter's.
void staff_the_office(Market& market, Inputs const& inputs, Week const& week);

/// Takes officers' time for a piece of work if there is enough of it. \returns whether there was
[[nodiscard]] bool take_officers(Commissioner& council, double person_weeks);

/// The council holds its spend against its budget: a new budget each 1 April, a forecast each month.
void forecast_outturn(Market& market, Inputs const& inputs, Week const& week);

/// Packages of homecare that officers review down while the council is over budget.
void review_packages(Market& market, Inputs const& inputs, Week const& week);

} // namespace caremarket
