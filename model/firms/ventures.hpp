#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Capacity somebody thinks of opening.
struct Venture
{
    Service service{};
    LocalityId locality = 0;
    double size = 0;          ///< [units]
    double price = 0;         ///< it expects to sell at [GBP/unit]
    double variable_cost = 0; ///< [GBP/unit]
    double overhead = 0;      ///< it would add [GBP/week]
};

/// What opening a unit of capacity costs in a locality today, land included [GBP].
[[nodiscard]] double cost_of_opening(Market const& market, Inputs const& inputs, Service service, LocalityId locality);

/// Yearly return on the cost of opening, less what the chance of running out of cash costs: the same risk, charged by
/// the same parameter, as in bids and quotes [share/year].
[[nodiscard]] double expected_return(Market const& market, Inputs const& inputs, Venture const& venture);

/// Return a venture must promise [share/year]: the usual hurdle, and what capital costs more than it did at the start.
[[nodiscard]] double hurdle_of(Market const& market, BehaviourService const& behaviour);

/// What people in a locality pay on average for a place by themselves and through the council [GBP/unit]: a venture
/// follows the money there, not the need.
[[nodiscard]] double price_to_expect(Market const& market, Service service, LocalityId locality);

} // namespace caremarket
