#pragma once

#include "model/for_each_block.hpp"

namespace caremarket
{

/// Blocks of one run on all threads of the arena that calls it. Worth it for big places with few runs; many runs are
/// better run side by side, each `in_order`.
[[nodiscard]] ForEachBlock parallel_blocks();

} // namespace caremarket
