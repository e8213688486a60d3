#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace caremarket
{

inline constexpr std::size_t block_of_draws = 8;

/// Eight counters of Philox4x32, one column each: word `w` of counter `i` is words[w][i].
struct CounterBlock
{
    alignas(32) std::array<std::array<std::uint32_t, block_of_draws>, 4> words{};
};

/// Turns eight counters into the four random words each: the very words Random123's Philox4x32-10 returns for the
/// counter and key. Which eight are drawn together is part of no result.
void philox_of_eight(CounterBlock& block, std::array<std::uint32_t, 2> key);

/// The same through Random123, one counter after another: what the vector code is held to.
void philox_one_by_one(CounterBlock& block, std::array<std::uint32_t, 2> key);

} // namespace caremarket
