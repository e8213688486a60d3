#pragma once

#include "model/clock.hpp"
#include "model/firms/ventures.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// What so many more beds would bring a home: its own prices and cost, and the overhead that they add.
[[nodiscard]] Venture extension_of(Market const& market, Inputs const& inputs, ProviderId provider, double beds);

/// Begins to build beds on a home, which open when building takes its time.
/// \pre nothing is being built there
void begin_extension(Market& market, Inputs const& inputs, Week const& week, ProviderId provider, double beds);

/// Homes that look at building on, and build where the return beats the hurdle.
void consider_extensions(Market& market, Inputs const& inputs, Week const& week);

/// Opens what has been built.
void open_extensions(Market& market, Inputs const& inputs, Week const& week);

} // namespace caremarket
