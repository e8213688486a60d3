#pragma once

#include "model/market.hpp"

/// What happens to one person's placement, whatever phase it happens in.
namespace caremarket
{

/// Puts into the calendar when a self-funder's capital will be spent at today's price, if that is before all capital is
/// counted again, on the next 1 April.
/// \pre the person is a self-funder in care
void plan_spending(Market& market, std::size_t block, PersonSlot person, std::int32_t week);

/// What a self-funder has spent since `capital` was counted is taken off it.
void count_capital(Market& market, std::size_t block, PersonSlot person, std::int32_t week);

/// A person in care leaves the provider's books and looks for another place, first in line.
void lose_place(Market& market, std::size_t block, PersonSlot person);

} // namespace caremarket
