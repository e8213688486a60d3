#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Judges the outcomes of contracts that pay for them, and so what is withheld of their price in the quarter to come.
///
/// Draws   Purpose::outcome, one per contract and quarter
/// Source  Walsall contracting strategy 2016, 4.5
void judge_outcomes(Market& market, Inputs const& inputs, Week const& week);

} // namespace caremarket
