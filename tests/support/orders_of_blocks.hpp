#pragma once

#include "model/for_each_block.hpp"

#include <cstdint>
#include <vector>

/// Ways to work on the blocks of a market that must all give the same bits.
namespace caremarket::tests
{

void in_reverse(std::size_t count, BlockAction const& act);

/// Another order at every call.
[[nodiscard]] ForEachBlock shuffled(std::uint64_t seed);

/// On this many threads at once.
[[nodiscard]] ForEachBlock on_threads(unsigned threads);

/// A random order of 0 … count - 1.
[[nodiscard]] std::vector<std::size_t> random_order(std::size_t count, std::uint64_t& state);

} // namespace caremarket::tests
