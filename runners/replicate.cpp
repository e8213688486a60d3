#include "runners/replicate.hpp"

#include "analysis/results_file_error.hpp"
#include "model/build.hpp"
#include "model/step.hpp"

#include <algorithm>
#include <exception>
#include <memory>
#include <new>

namespace caremarket
{

namespace
{

void open_notebooks(Market& market)
{
    market.notebook.is_open = true;
    for (BlockScratch& scratch : market.scratch)
        scratch.notebook.is_open = true;
}

std::vector<Decision> take_decisions(Market& market)
{
    std::vector<Decision> all = market.notebook.take();
    for (BlockScratch& scratch : market.scratch)
    {
        std::vector<Decision> const lines = scratch.notebook.take();
        all.insert(all.end(), lines.begin(), lines.end());
    }
    sort_decisions(all);
    return all;
}

/// \param sink may be null
Record run_strategy(Market market, Inputs const& inputs, ForEachBlock const& for_each_block, DecisionSink* sink)
{
    Clock const clock(inputs.first_year);
    Record record(RecordShape{.periods = std::size_t{12} * static_cast<std::size_t>(inputs.years),
                              .localities = market.locality_count()});
    if (sink != nullptr)
        open_notebooks(market);
    for (std::int32_t week = 0; week < inputs.years * Clock::weeks_in_a_year; ++week)
    {
        advance(market, inputs, clock.week(week), for_each_block, record);
        if (sink != nullptr)
            sink->add(take_decisions(market));
    }
    if (sink != nullptr)
        sink->finish();
    return record;
}

/// Whether two outlooks give the same market of week 0. Place, behaviour and inherited strategy are the experiment's,
/// so only the outlooks as they are on the first day can differ.
bool begin_alike(Inputs const& a, Inputs const& b)
{
    return standing_still(a).outlook.all == standing_still(b).outlook.all;
}

/// What `run` gives, or why it failed. Errors of files pass through.
template <class Run>
RunResult result_of(Run const& run)
{
    try
    {
        return {.record = run(), .failure = {}};
    }
    catch (ResultsFileError const&)
    {
        throw;
    }
    catch (std::bad_alloc const&)
    {
        return {.record = {}, .failure = "there is not enough memory"};
    }
    catch (std::exception const& error)
    {
        std::string const why = error.what();
        return {.record = {}, .failure = why.empty() ? "stopped without saying why" : why};
    }
}

} // namespace

BoundExperiment::BoundExperiment(LoadedExperiment const& loaded) : strategies_(loaded.strategies.size())
{
    for (std::size_t outlook = 0; outlook < loaded.outlooks.size(); ++outlook)
    {
        before_start_.push_back(inputs_before_start(loaded, outlook));
        auto const alike =
            std::find_if(before_start_.begin(), before_start_.end(),
                         [&](Inputs const& earlier) { return begin_alike(earlier, before_start_.back()); });
        starts_.push_back(static_cast<std::size_t>(alike - before_start_.begin()));
        for (std::size_t strategy = 0; strategy < strategies_; ++strategy)
            of_.push_back(inputs_of(loaded, outlook, strategy));
    }
}

std::vector<RunResult> run_replicate(BoundExperiment const& experiment, ReplicateTask const& task, RecordShape shape,
                                     ForEachBlock const& for_each_block, OpenDecisionSink const& open_sink)
{
    Market start;
    RunResult const warm_up = result_of(
        [&]
        {
            start = market_at_start(experiment.before_start(task.cells.front().outlook),
                                    static_cast<std::uint32_t>(task.replicate), for_each_block);
            return Record{};
        });
    if (warm_up.has_failed())
        return std::vector<RunResult>(task.cells.size(),
                                      {.record = {}, .failure = "before the start: " + warm_up.failure});

    std::vector<RunResult> results;
    for (ReplicateTask::Cell const& cell : task.cells)
        results.push_back(result_of(
            [&]
            {
                auto const sink = open_sink ? open_sink({cell.outlook, cell.strategy, task.replicate}) : nullptr;
                return coarsened(
                    run_strategy(start, experiment.of(cell.outlook, cell.strategy), for_each_block, sink.get()), shape);
            }));
    return results;
}

} // namespace caremarket
