#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Homes that look at building on, and build where the return beats the hurdle.
void consider_extensions(Market& market, Inputs const& inputs, Week const& week);

/// Opens what has been built.
void open_extensions(Market& market, Inputs const& inputs, Week const& week);

} // namespace caremarket
