#include "runners/sweep_run.hpp"

#include "analysis/results_file_layout.hpp"
#include "runners/sweep_experiments.hpp"
#include "runners/sweep_plan.hpp"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <map>
#include <mutex>
#include <set>
#include <utility>

namespace caremarket
{

namespace
{

/// Runs the cells of a task. Outlooks of a sample that begin alike share the market of week 0, the others do not.
std::vector<RunResult> run_sample(BoundExperiment const& experiment, ReplicateTask const& task, RecordShape shape,
                                  ForEachBlock const& for_each_block)
{
    std::map<std::size_t, std::vector<std::size_t>> by_start; // places in task.cells
    for (std::size_t i = 0; i < task.cells.size(); ++i)
        by_start[experiment.starts()[task.cells[i].outlook]].push_back(i);
    std::vector<RunResult> results(task.cells.size());
    for (auto const& [start, places] : by_start)
    {
        ReplicateTask together{.sample = task.sample, .replicate = task.replicate, .cells = {}};
        for (std::size_t const place : places)
            together.cells.push_back(task.cells[place]);
        std::vector<RunResult> runs = run_replicate(experiment, together, shape, for_each_block);
        for (std::size_t i = 0; i < places.size(); ++i)
            results[places[i]] = std::move(runs[i]);
    }
    return results;
}

/// Samples that have begun, and whether others may.
class Begun
{
public:
    explicit Begun(OnError on_error) : on_error_(on_error) {}

    [[nodiscard]] bool may_begin(std::size_t sample)
    {
        std::lock_guard const lock(mutex_);
        if (failed_ > 0 && on_error_ == OnError::finish && !samples_.contains(sample))
            return false;
        samples_.insert(sample);
        return true;
    }
    [[nodiscard]] bool must_stop() const { return failed_ > 0 && on_error_ == OnError::stop; }
    [[nodiscard]] std::size_t failed() const { return failed_; }

    void look_at(std::vector<RunResult> const& runs)
    {
        failed_ += static_cast<std::size_t>(std::ranges::count_if(runs, &RunResult::has_failed));
    }

private:
    OnError on_error_;
    std::mutex mutex_;
    std::set<std::size_t> samples_;
    std::atomic<std::size_t> failed_ = 0;
};

} // namespace

std::vector<PlannedPart> parts_of_shard(Plan const& plan, Shard const& shard)
{
    std::vector<PlannedPart> const parts = planned_parts(plan);
    std::size_t const of_a_sample = parts.size() / plan.axes.samples.count();
    std::vector<std::size_t> const order = running_order(plan);
    std::vector<PlannedPart> result;
    std::set<std::pair<std::string, std::size_t>> met;
    for (std::size_t place = 0; place < order.size(); ++place)
        if (shard.has(place / plan.axes.samples.group))
        {
            auto const first = parts.begin() + static_cast<std::ptrdiff_t>(order[place] * of_a_sample);
            std::copy_if(first, first + static_cast<std::ptrdiff_t>(of_a_sample), std::back_inserter(result),
                         [&](PlannedPart const& part)
                         { return met.emplace(part.key.cell_hash, part.key.first_replicate).second; });
        }
    return result;
}

SweepEnd run_sweep(SweepRun const& how)
{
    PartsFound const found =
        parts_found(how.plan, parts_of_shard(how.plan, how.shard), how.store, {.retries_failed = true});
    SweepExperiments experiments(how.plan, 2 * static_cast<std::size_t>(how.threads));
    RecordShape const shape = record_shape(how.plan.axes, how.plan.axes.period);
    Begun begun(how.on_error);
    Ensemble ensemble{
        .run =
            [&](ReplicateTask const& task, ForEachBlock const& for_each_block)
        {
            std::vector<RunResult> runs = run_sample(*experiments.of(task.sample), task, shape, for_each_block);
            begun.look_at(runs);
            return runs;
        },
        .starts = std::vector<std::size_t>(how.plan.axes.outlooks.size(), 0), // told apart sample by sample
        .keep = {},
        .report =
            [&](std::size_t)
        {
            if (how.is_alive)
                how.is_alive();
        },
        .may_begin = [&](ReplicateTask const& task) { return begun.may_begin(task.sample); },
        .should_stop = [&] { return begun.must_stop(); },
    };
    EnsembleEnd const end =
        run_missing(found, std::move(ensemble),
                    {.plan = how.plan, .store = how.store, .threads = how.threads, .progress = how.progress});
    return {.end = end, .runs = found.runs(), .failed = begun.failed()};
}

} // namespace caremarket
