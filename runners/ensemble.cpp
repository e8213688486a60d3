#include "runners/ensemble.hpp"

#include "runners/parallel_blocks.hpp"
#include "runners/parallel_for.hpp"
#include "runners/part_collector.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/task_arena.h>

#include <atomic>

namespace caremarket
{

namespace
{

/// Replicates, handed out one by one in order: so parts complete one after another, and what waits for the rest of its
/// part is bounded by the number of threads, not by the size of the experiment.
class TaskQueue
{
public:
    explicit TaskQueue(std::vector<ReplicateTask> tasks) : tasks_(std::move(tasks)) {}

    /// The next task, or null when there is none.
    [[nodiscard]] ReplicateTask const* next()
    {
        std::size_t const index = next_.fetch_add(1);
        return index < tasks_.size() && !is_closed_ ? &tasks_[index] : nullptr;
    }
    void close() { is_closed_ = true; }

private:
    std::vector<ReplicateTask> tasks_;
    std::atomic<std::size_t> next_{0};
    std::atomic<bool> is_closed_{false};
};

/// What one thread does until nothing is left.
class Worker
{
public:
    Worker(Ensemble const& ensemble, TaskQueue& queue, PartCollector& collector, ForEachBlock const& for_each_block)
        : ensemble_(ensemble), queue_(queue), collector_(collector), for_each_block_(for_each_block)
    {}

    void work() const
    try
    {
        while (!must_stop())
        {
            ReplicateTask const* const task = queue_.next();
            if (task == nullptr)
                return;
            do_task(*task);
        }
    }
    catch (...)
    {
        queue_.close(); // nothing that comes after can be kept either
        throw;
    }

private:
    void do_task(ReplicateTask const& task) const
    {
        for (Part const& part : collector_.add(task, ensemble_.run(task, for_each_block_)))
            ensemble_.keep(part);
        if (ensemble_.report)
            ensemble_.report(task.cells.size());
    }

    [[nodiscard]] bool must_stop() const { return ensemble_.should_stop && ensemble_.should_stop(); }

    Ensemble const& ensemble_;
    TaskQueue& queue_;
    PartCollector& collector_;
    ForEachBlock const& for_each_block_;
};

} // namespace

EnsembleEnd run_ensemble(Ensemble const& ensemble, Plan const& plan, std::vector<PlannedPart> const& parts, int threads)
{
    TaskQueue queue(tasks_of(parts, ensemble.starts));
    PartCollector collector(plan, parts);
    auto const workers = static_cast<std::size_t>(threads);
    IdleThreads idle = 0;
    ForEachBlock const for_each_block = parallel_blocks_if_worth_it(idle);
    Worker const worker(ensemble, queue, collector, for_each_block);

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
    return collector.is_empty() ? EnsembleEnd::complete : EnsembleEnd::interrupted;
}

int usable_threads()
{
    return tbb::info::default_concurrency();
}

} // namespace caremarket
