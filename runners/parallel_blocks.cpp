#include "runners/parallel_blocks.hpp"

#include "runners/parallel_for.hpp"

#include <oneapi/tbb/task_arena.h>

#include <algorithm>

namespace caremarket
{

ForEachBlock parallel_blocks()
{
    // Isolated: a thread that waits for the others' blocks must not begin another replicate meanwhile.
    return [](std::size_t count, std::function<void(std::size_t)> const& act)
    {
        auto const threads = static_cast<std::size_t>(tbb::this_task_arena::max_concurrency());
        std::size_t const together =
            std::max<std::size_t>(1, count / (16 * threads)); // a task costs as much as a block
        tbb::this_task_arena::isolate([&] { parallel_for(count, act, together); });
    };
}

} // namespace caremarket
