#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Whether somebody has time to review a person's care: the council's officers or, for as many as the strategy says of
/// those for whom they have none, a firm from outside, which is paid for each.
/// \param work that a review takes officers [person-weeks]
/// Source: Cambridgeshire procurement strategy 2016, 3.3.1: an external organisation for assessments and reviews, to clear
/// backlogs
[[nodiscard]] bool find_reviewer(Market& market, Inputs const& inputs, Week const& week, std::size_t block,
                                 PersonSlot person, double work);

} // namespace caremarket
