#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// A provider whose contract has gone up a rung decides by how much to raise pay, so that later looks find better care:
/// what it stands to lose by the contract against what it would pay all its staff. Pay once raised stays.
void cure_as_provider(Market& market, Inputs const& inputs, Week const& week, ContractId contract);

} // namespace caremarket
