#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Puts the people of the start into care, with residual lengths of care: nobody begins all at once.
void fill_with_people(Market& market, Inputs const& inputs);

} // namespace caremarket
