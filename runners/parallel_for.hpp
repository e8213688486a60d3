#pragma once

#include <oneapi/tbb/parallel_for.h>

#include <cstddef>

#if defined(__SANITIZE_THREAD__)
#define CAREMARKET_THREAD_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define CAREMARKET_THREAD_SANITIZER 1
#endif
#endif

#ifdef CAREMARKET_THREAD_SANITIZER
/// Leaves a function's own reads and writes out of ThreadSanitizer's sight.
#define CAREMARKET_UNSEEN __attribute__((no_sanitize_thread, noinline))
extern "C"
{
    void __tsan_acquire(void* address); // NOLINT(bugprone-reserved-identifier)
    void __tsan_release(void* address); // NOLINT(bugprone-reserved-identifier)
}
#else
#define CAREMARKET_UNSEEN
#endif

namespace caremarket
{

/// Tells ThreadSanitizer what oneTBB orders: Debian's library was not compiled for it, so it sees none of it and would
/// report data handed from thread to thread as races. Everything before release() is seen after acquire().
class OrderTold
{
public:
#ifdef CAREMARKET_THREAD_SANITIZER
    void release()
    {
        __tsan_release(this);
    }
    void acquire()
    {
        __tsan_acquire(this);
    }
#else
    void release() {}
    void acquire() {}
#endif
};

/// What oneTBB copies from thread to thread. The copies are its own business and made in ways ThreadSanitizer cannot
/// follow, so copying and reading them is out of its sight; what they do is in it.
template <class Act>
class BodyOfLoop
{
public:
    BodyOfLoop(Act const& act, OrderTold& to_threads, OrderTold& from_threads)
        : act_(&act), to_threads_(&to_threads), from_threads_(&from_threads)
    {}
    CAREMARKET_UNSEEN BodyOfLoop(BodyOfLoop const& other)
        : act_(other.act_), to_threads_(other.to_threads_), from_threads_(other.from_threads_)
    {}
    BodyOfLoop& operator=(BodyOfLoop const&) = delete;

    CAREMARKET_UNSEEN void operator()(tbb::blocked_range<std::size_t> const& range) const
    {
        act_on(*act_, *to_threads_, *from_threads_, range.begin(), range.end());
    }

private:
    static void act_on(Act const& act, OrderTold& to_threads, OrderTold& from_threads, std::size_t begin,
                       std::size_t end)
    {
        to_threads.acquire();
        for (std::size_t i = begin; i != end; ++i)
            act(i);
        from_threads.release();
    }

    Act const* act_;
    OrderTold* to_threads_;
    OrderTold* from_threads_;
};

/// oneTBB's parallel_for over [0, count); the only door to it.
/// \param together indices that one task takes in a row: one where each is much work, more where it is little
template <class Act>
void parallel_for(std::size_t count, Act const& act, std::size_t together = 1)
{
    OrderTold to_threads, from_threads;
    to_threads.release();
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, count, together),
                      BodyOfLoop<Act>(act, to_threads, from_threads), tbb::simple_partitioner{});
    from_threads.acquire();
}

} // namespace caremarket
