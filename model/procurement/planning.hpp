#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

#include <cstddef>

/// What the council would put out to be let.
namespace caremarket
{

/// By which route the strategy says that contracts of a kind are let.
[[nodiscard]] Route route_for(StrategyService const& levers, Channel kind, Date day);

/// What the plan says, less what is under contract when the new contracts would begin; nothing sought when that is not
/// worth a tender, or is being let.
[[nodiscard]] TenderPlan planned_by(Route route, Market const& market, Inputs const& inputs, Week const& week,
                                    Channel kind, Service service, LocalityId locality);

/// Sets when the contracts of a plan end, and so for how long they are let: by their own length, or in a cycle on a common
/// date. To be called when their first day has moved. One that would be over before its successor, put out on its first
/// day, could begin is let to the end of the next cycle.
void set_term(TenderPlan& plan);

/// The same by the route the strategy names; where the lot may not be let by it, by the one that stands in for it.
[[nodiscard]] TenderPlan planned_tender(Market const& market, Inputs const& inputs, Week const& week, Channel kind,
                                        Service service, LocalityId locality);

/// How many may win, at most.
[[nodiscard]] std::size_t most_winners(Market const& market, Inputs const& inputs, Week const& week,
                                       TenderPlan const& plan);

/// What is not worth a contract: less than one usual person needs [units/week].
[[nodiscard]] double smallest_volume(Market const& market, Service service);

} // namespace caremarket
