#include "runners/parallel_blocks.hpp"

#include "runners/parallel_for.hpp"

#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <chrono>
#include <memory>

namespace caremarket
{

namespace
{

using Nanoseconds = std::chrono::nanoseconds;

/// A loop whose blocks together take less is not worth starting tasks for: measured at 3 to 10 microseconds for two
/// threads (benchmarks/README.md).
constexpr Nanoseconds worth_starting_tasks{20000};

void in_parallel(std::size_t count, BlockAction const& act)
{
    auto const threads = static_cast<std::size_t>(tbb::this_task_arena::max_concurrency());
    std::size_t const together = std::max<std::size_t>(1, count / (16 * threads)); // small blocks share a task
    // Isolated: a thread that waits for the others' blocks must not begin another replicate meanwhile.
    tbb::this_task_arena::isolate([&] { parallel_for(count, act, together); });
}

/// How long a loop over the blocks takes in order, lately.
class CostOfLoop
{
public:
    [[nodiscard]] bool is_worth_starting_tasks() const { return lately_.load() > worth_starting_tasks.count(); }

    void measure(std::size_t count, BlockAction const& act)
    {
        auto const begun = std::chrono::steady_clock::now();
        in_order(count, act);
        auto const taken = std::chrono::duration_cast<Nanoseconds>(std::chrono::steady_clock::now() - begun).count();
        std::int64_t const before = lately_.load();
        lately_.store(before + (taken - before) / 16); // a reading lost between threads is of no account
    }

private:
    std::atomic<std::int64_t> lately_{0}; // [ns]
};

} // namespace

ForEachBlock parallel_blocks()
{
    return in_parallel;
}

ForEachBlock parallel_blocks_if_worth_it(IdleThreads const& idle)
{
    return [&idle, cost = std::make_shared<CostOfLoop>()](std::size_t count, BlockAction const& act)
    {
        if (idle.load(std::memory_order_relaxed) > 0 && cost->is_worth_starting_tasks())
            in_parallel(count, act);
        else
            cost->measure(count, act);
    };
}

} // namespace caremarket
