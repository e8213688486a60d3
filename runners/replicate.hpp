#pragma once

#include "analysis/results_file_run.hpp"
#include "model/decisions.hpp"
#include "model/for_each_block.hpp"
#include "scenarios/experiment.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace caremarket
{

/// One replicate of some strategies under outlooks that begin alike: they share the market of week 0.
struct ReplicateTask
{
    struct Cell
    {
        std::size_t outlook = 0, strategy = 0;
        friend auto operator<=>(Cell const&, Cell const&) = default;
    };
    std::size_t sample = 0; ///< of a sweep
    std::size_t replicate = 0;
    std::vector<Cell> cells; ///< in the experiment's order; not empty
    friend bool operator==(ReplicateTask const&, ReplicateTask const&) = default;
};

/// A run: one replicate of one strategy under one outlook.
struct RunName
{
    std::size_t outlook = 0, strategy = 0, replicate = 0;
    std::size_t sample = 0; ///< of a sweep
    friend auto operator<=>(RunName const&, RunName const&) = default;
};

/// Where the decisions of a run go.
class DecisionSink
{
public:
    virtual ~DecisionSink() = default;
    /// The decisions of one week, in order. Weeks come in order.
    virtual void add(std::vector<Decision> const& of_a_week) = 0;
    /// The run has come to its end.
    virtual void finish() = 0;
};

/// Makes the sink of a run; called from many threads. Empty: no decisions are kept.
using OpenDecisionSink = std::function<std::unique_ptr<DecisionSink>(RunName const&)>;

/// The inputs of an experiment, bound once. Plain values, read by all threads.
class BoundExperiment
{
public:
    explicit BoundExperiment(LoadedExperiment const& loaded);

    [[nodiscard]] Inputs const& before_start(std::size_t outlook) const { return before_start_[outlook]; }
    [[nodiscard]] Inputs const& of(std::size_t outlook, std::size_t strategy) const
    {
        return of_[outlook * strategies_ + strategy];
    }

    /// For each outlook the first one that begins alike: equal numbers mean that the market of week 0 is the same.
    [[nodiscard]] std::vector<std::size_t> const& starts() const { return starts_; }

private:
    std::size_t strategies_;
    std::vector<Inputs> before_start_; // by outlook
    std::vector<std::size_t> starts_;  // by outlook
    std::vector<Inputs> of_;           // [outlook][strategy]
};

/// Runs a replicate: builds and warms up the market once, then each cell from a copy of it. A run that throws
/// has failed, with the reason; the others go on.
/// \param shape of the records to give back; monthly ones are coarsened to it
/// \return by task.cells. \throws what the sink throws: that a file cannot be written is no fault of the run
[[nodiscard]] std::vector<RunResult> run_replicate(BoundExperiment const& experiment, ReplicateTask const& task,
                                                   RecordShape shape, ForEachBlock const& for_each_block,
                                                   OpenDecisionSink const& open_sink = {});

} // namespace caremarket
