#include "runners/parallel_blocks.hpp"

#include "runners/parallel_for.hpp"

#include <oneapi/tbb/task_arena.h>

namespace caremarket
{

ForEachBlock parallel_blocks()
{
    // Isolated: a thread that waits for the others' blocks must not begin another replicate meanwhile.
    return [](std::size_t count, std::function<void(std::size_t)> const& act)
    { tbb::this_task_arena::isolate([&] { parallel_for(count, act); }); };
}

} // namespace caremarket
