#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

#include <vector>

/// Procurements from the day they are opened to their award.
namespace caremarket
{

/// Opens a procurement of some lots if the officers of all whom they are for have time for it; else it waits for the next
/// review. By a route that decides at once it is decided on there and then, else half of officers' work is done now and
/// half with the decision on each lot.
void open_procurement(Market& market, Inputs const& inputs, Week const& week, std::vector<TenderPlan> const& lots);

/// Procurements under way whose week has come: judged half way, or decided on. One for whose decision officers have no
/// time waits a week, and its contracts begin a week later.
void advance_procurements(Market& market, Inputs const& inputs, Week const& week);

/// The procurement of such contracts for people of a locality that is under way; nullptr: none.
[[nodiscard]] Procurement const* being_let(Market const& market, Channel kind, Service service, LocalityId locality);

} // namespace caremarket
