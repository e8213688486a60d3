#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// The package of homecare that is commissioned for somebody whose care begins: what was assessed, less what technology
/// spares, what the family is asked to do, and what the council cuts while it is over budget. Others, and other
/// services, as they are.
void commission_package(Market& market, Inputs const& inputs, Week const& week, std::size_t block, PersonSlot person);

/// A week at home with family or technology: some families give up, and the person looks for a place in a care home.
/// No random numbers: a family's threshold was drawn when it was asked.
void live_with_support(Market& market, Inputs const& inputs, Week const& week, std::size_t block);

/// Whoever's family has given up has left homecare, and looks for a place in a care home.
void seek_home(Market& market, Inputs const& inputs, Week const& week, std::size_t block, PersonSlot person);

} // namespace caremarket
