#pragma once

#include "model/for_each_block.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

#include <cstdint>

namespace caremarket
{

/// The market as synthesised from the place's totals, before it has settled: providers of drawn sizes that add up to
/// the registered capacity, people in care with the lengths of stay already behind them, the contracts of the
/// inherited policy. All of it is keyed by (seed, replicate, place).
/// \param inputs with the inherited strategy
[[nodiscard]] Market build_market(Inputs const& inputs, std::uint32_t replicate);

/// Years the market runs under the inherited policy before week 0, the world standing still, until entries, exits,
/// occupancy and prices are steady (a test shows that they are).
inline constexpr int warm_up_years = 6;

/// What the market reads before week 0: the outlook and the inherited policy as they are on the first day, and the book
/// at prices of that day. Two outlooks
/// that begin alike share their market of week 0, and it need be made only once.
[[nodiscard]] Inputs standing_still(Inputs inputs);

/// Builds the market and warms it up: the market of week 0, which every strategy shares to the bit.
/// \param inputs with the inherited strategy
[[nodiscard]] Market market_at_start(Inputs const& inputs, std::uint32_t replicate,
                                     ForEachBlock const& for_each_block = in_order);

} // namespace caremarket
