#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Quality and regulation in one block: monthly drift of latent quality, inspections that see it through noise.
///
/// Reads   providers.{wage, turnover}, world.outside_wage
/// Writes  providers.{quality, rating, is_rated, inspections, inspection_left}
/// Draws   Purpose::quality, one per provider and month; inspection, two per inspection
/// Source  Allan and Vadean (2023) for pay; CQC ratings 2014-17 for stock and transitions
/// Holds   management style, competition and ownership never touch quality directly
void care_and_inspect(Market& market, Inputs const& inputs, Week const& week, std::size_t block);

} // namespace caremarket
