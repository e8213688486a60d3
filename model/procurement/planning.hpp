#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

#include <cstddef>
#include <vector>

/// What the council would put out to be let.
namespace caremarket
{

/// By which route the strategy says that contracts of a kind are let.
[[nodiscard]] Route route_for(StrategyService const& levers, Channel kind, Date day);

/// Localities let together: in order of key.
using LotArea = std::vector<LocalityId>;

/// What is let together on a day, in order of key of the first: every locality is in one of them.
[[nodiscard]] std::vector<LotArea> lot_areas(Market const& market, Inputs const& inputs, Week const& week,
                                             Service service);

/// The lots of one procurement: what the plan says, less what is under contract when the new contracts would begin; none
/// where that is not worth a tender, or is being let. Care homes serve people of all the area, so there is one lot;
/// care at home is given by who works there, so there is one a locality, and each has its part of work and cost.
[[nodiscard]] std::vector<TenderPlan> planned_by(Route route, Market const& market, Inputs const& inputs,
                                                 Week const& week, Channel kind, Service service, LotArea const& area);

/// The same by the route the strategy names; where it may not be let by it, by the one that stands in for it.
[[nodiscard]] std::vector<TenderPlan> planned_procurement(Market const& market, Inputs const& inputs, Week const& week,
                                                          Channel kind, Service service, LotArea const& area);

/// Sets when the contracts of a plan end, and so for how long they are let: by their own length, or in a cycle on a common
/// date. To be called when their first day has moved. One that would be over before its successor, put out on its first
/// day, could begin is let to the end of the next cycle.
void set_term(TenderPlan& plan);

/// How many may win, at most.
[[nodiscard]] std::size_t most_winners(Market const& market, Inputs const& inputs, Week const& week,
                                       TenderPlan const& plan);

/// What a lot is worth to its council at its usual rate [GBP/week].
[[nodiscard]] double worth_of(Market const& market, TenderPlan const& lot);

/// What is not worth a contract: less than one usual person needs [units/week].
[[nodiscard]] double smallest_volume(Market const& market, Service service);

} // namespace caremarket
