#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// What the council spends in a year on the prevention of one older person's need there [GBP].
[[nodiscard]] double prevention_spend(Market const& market, Inputs const& inputs, Week const& week, std::size_t block);

/// Older people of a locality, whom the fund is for.
[[nodiscard]] double older_people(Inputs const& inputs, Week const& week, std::size_t block);

/// Share of new need of council people that what has built up spares.
[[nodiscard]] double share_prevented(Market const& market, Inputs const& inputs, std::size_t block);

/// Whether prevention spares this person the need: the same people under any fund that spares as many, and more under
/// one that spares more.
[[nodiscard]] bool is_prevented(Market const& market, EntityKey person, double share);

/// A week of spend, or of none.
void build_up_prevention(Market& market, Inputs const& inputs, Week const& week, std::size_t block);

} // namespace caremarket
