#pragma once

#include "model/for_each_block.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"
#include "model/record.hpp"

namespace caremarket
{

/// One week of the market. Read this first: the nine phases stand in `step.cpp` in the order in which they act.
///
/// \param record months before its first are not recorded (the market is warming up)
/// \post the same bits whatever order or threads `for_each_block` uses
void advance(Market& market, Inputs const& inputs, Week const& week, ForEachBlock const& for_each_block,
             Record& record);

} // namespace caremarket
