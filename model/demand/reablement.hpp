#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Whether a person who has just come, and whose traits stand, is reabled before any homecare is sought for them; if so
/// it begins. A higher share reaches the same people and more.
[[nodiscard]] bool begin_reablement(Market& market, Inputs const& inputs, Week const& week, std::size_t block,
                                    PersonSlot person);

/// The person is looked at again: some need no homecare for a while, the others less than before.
void end_reablement(Market& market, Inputs const& inputs, Week const& week, std::size_t block, PersonSlot person);

/// Who has managed without looks for homecare after all.
void return_to_need(Market& market, std::size_t block, PersonSlot person);

} // namespace caremarket
