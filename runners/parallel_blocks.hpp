#pragma once

#include "model/for_each_block.hpp"

#include <atomic>

namespace caremarket
{

/// Blocks of one run on all threads of the arena that calls it.
[[nodiscard]] ForEachBlock parallel_blocks();

/// Threads of an ensemble that have nothing left to do.
using IdleThreads = std::atomic<int>;

/// Blocks in order while every thread has runs of its own, for runs side by side need no waiting for each other. Once
/// threads stand idle, because the runs left are fewer than they, blocks go over all threads if a loop over them, as
/// measured while they went in order, takes longer than starting tasks costs.
/// \pre `idle` outlives the result
[[nodiscard]] ForEachBlock parallel_blocks_if_worth_it(IdleThreads const& idle);

} // namespace caremarket
