#include "tests/support/orders_of_blocks.hpp"

#include <atomic>
#include <exception>
#include <memory>
#include <mutex>
#include <numeric>
#include <thread>

namespace caremarket::tests
{

void in_reverse(std::size_t count, BlockAction const& act)
{
    for (std::size_t block = count; block-- > 0;)
        act(block);
}

std::vector<std::size_t> random_order(std::size_t count, std::uint64_t& state)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = count; i > 1; --i)
    {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        std::swap(order[i - 1], order[(state >> 33) % i]);
    }
    return order;
}

ForEachBlock shuffled(std::uint64_t seed)
{
    auto const state = std::make_shared<std::uint64_t>(seed);
    return [state](std::size_t count, BlockAction const& act)
    {
        for (std::size_t const block : random_order(count, *state))
            act(block);
    };
}

ForEachBlock on_threads(unsigned threads)
{
    return [threads](std::size_t count, BlockAction const& act)
    {
        std::atomic<std::size_t> next{0};
        std::exception_ptr failure;
        std::mutex guards_failure;
        auto const work = [&]
        {
            for (std::size_t block = next++; block < count; block = next++)
                try
                {
                    act(block);
                }
                catch (...)
                {
                    std::lock_guard const lock(guards_failure);
                    failure = std::current_exception();
                }
        };
        std::vector<std::thread> workers;
        for (unsigned i = 0; i < threads; ++i)
            workers.emplace_back(work);
        for (std::thread& worker : workers)
            worker.join();
        if (failure)
            std::rethrow_exception(failure);
    };
}

} // namespace caremarket::tests
