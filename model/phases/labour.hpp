#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Staff of the providers of one block over one week.
///
/// Reads   providers.{wage, posts}, world.{outside_wage, labour_supply}
/// Writes  providers.{staff, posts, turnover}, labour of the block
/// Draws   Purpose::leavers, one per worker who leaves: they leave one by one; hires are flows of hours
/// Source  Skills for Care for turnover and recruits from within the sector; Vadean and Saloniki (2023)
/// Holds   who leaves a provider looks for work in care or has left it; hires come from those who look
void hire_and_lose_staff(Market& market, Inputs const& inputs, Week const& week, std::size_t block);

/// Staff hours a provider wants [h/week]: for the beds it has, or for the hours it delivers and a little more.
[[nodiscard]] double wanted_posts(Market const& market, Behaviour const& behaviour, ProviderId provider);

} // namespace caremarket
