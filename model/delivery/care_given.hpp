#pragma once

#include "model/clock.hpp"
#include "model/market.hpp"

#include <cstddef>

namespace caremarket
{

/// Puts the care of the week and what it costs, of one block's people, where it belongs: `BlockScratch::given` by
/// provider and `contract_care` by contract for days of a part of a week or a longer one, `People::standing`
/// for whole weeks that go on. Counts who leaves.
///
/// Reads everything else; writes the block's people, scratch and counts of its locality alone.
void deliver_in_block(Market& market, Week const& week, std::size_t block);

} // namespace caremarket
