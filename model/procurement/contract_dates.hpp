#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Contracts that begin or end this week.
void act_on_contract_dates(Market& market, Inputs const& inputs, Week const& week);

/// Of what the council wants under contracts of this kind, others that go on beyond a week leave something.
[[nodiscard]] bool is_still_wanted(Market const& market, Inputs const& inputs, Week const& week, ContractId contract,
                                   std::int32_t beyond);

} // namespace caremarket
