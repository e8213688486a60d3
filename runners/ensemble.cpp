#include "runners/ensemble.hpp"

#include "runners/parallel_blocks.hpp"
#include "runners/parallel_for.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/task_arena.h>

#include <atomic>
#include <optional>

namespace caremarket
{

namespace
{

/// Indices of tasks, handed out one by one in order.
class TaskQueue
{
public:
    explicit TaskQueue(std::size_t count) : count_(count) {}

    /// The next task, or nothing when there is none.
    [[nodiscard]] std::optional<std::size_t> next()
    {
        std::size_t const index = next_.fetch_add(1);
        return index < count_ && !is_closed_ ? std::optional(index) : std::nullopt;
    }
    void close() { is_closed_ = true; }

private:
    std::size_t count_;
    std::atomic<std::size_t> next_{0};
    std::atomic<bool> is_closed_{false};
};

/// What one thread does until nothing is left.
class Worker
{
public:
    Worker(Tasks const& tasks, TaskQueue& queue, std::atomic<std::size_t>& done, ForEachBlock const& for_each_block)
        : tasks_(tasks), queue_(queue), done_(done), for_each_block_(for_each_block)
    {}

    void work() const
    try
    {
        while (!must_stop())
        {
            auto const task = queue_.next();
            if (!task)
                return;
            tasks_.act(*task, for_each_block_);
            ++done_;
        }
    }
    catch (...)
    {
        queue_.close(); // nothing that comes after can be kept either
        throw;
    }

private:
    [[nodiscard]] bool must_stop() const { return tasks_.should_stop && tasks_.should_stop(); }

    Tasks const& tasks_;
    TaskQueue& queue_;
    std::atomic<std::size_t>& done_;
    ForEachBlock const& for_each_block_;
};

} // namespace

EnsembleEnd run_ensemble(Ensemble const& ensemble, Plan const& plan, std::vector<PartToRun> const& parts, int threads)
{
    // In order, parts complete one after another, and what waits for the rest of its part is bounded by the number of
    // threads, not by the size of the experiment.
    std::vector<ReplicateTask> const tasks = tasks_of(parts, ensemble.starts);
    PartCollector collector(plan, parts, ensemble.runs_of);
    auto const run_task = [&](std::size_t i, ForEachBlock const& for_each_block)
    {
        if (ensemble.may_begin && !ensemble.may_begin(tasks[i]))
            return;
        for (Part const& part : collector.add(tasks[i], ensemble.run(tasks[i], for_each_block)))
            ensemble.keep(part);
        if (ensemble.report)
            ensemble.report(tasks[i].cells.size());
    };
    work_through({.count = tasks.size(), .act = run_task, .should_stop = ensemble.should_stop}, threads);
    return collector.is_empty() ? EnsembleEnd::complete : EnsembleEnd::interrupted;
}

bool work_through(Tasks const& tasks, int threads)
{
    TaskQueue queue(tasks.count);
    std::atomic<std::size_t> done = 0;
    auto const workers = static_cast<std::size_t>(threads);
    IdleThreads idle = 0;
    ForEachBlock const for_each_block = parallel_blocks_if_worth_it(idle);
    Worker const worker(tasks, queue, done, for_each_block);

    tbb::global_control const limit(tbb::global_control::max_allowed_parallelism, workers);
    tbb::task_arena arena(threads);
    arena.execute(
        [&]
        {
            parallel_for(workers,
                         [&](std::size_t)
                         {
                             worker.work();
                             ++idle;
                         });
        });
    return done == tasks.count;
}

int usable_threads()
{
    return tbb::info::default_concurrency();
}

} // namespace caremarket
