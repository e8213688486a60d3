#pragma once

#include "analysis/parts_plan.hpp"
#include "runners/replicate.hpp"
#include "scenarios/experiment.hpp"

#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <utility>

namespace caremarket
{

/// The experiments of a sweep's samples. Each is bound when it is first asked for, and the last few are kept: threads
/// work on neighbours. Many threads may ask at once.
class SweepExperiments
{
public:
    /// \param kept how many are kept
    /// \throws WrongUse when the plan's inputs cannot be read by this program
    SweepExperiments(Plan const& plan, std::size_t kept);

    /// \throws WrongUse when the sample is not what was planned
    [[nodiscard]] std::shared_ptr<BoundExperiment const> of(std::size_t sample);

private:
    [[nodiscard]] LoadedExperiment loaded(std::size_t sample) const;

    Plan const& plan_;
    LoadedExperiment base_;
    std::size_t kept_;
    std::mutex mutex_;
    std::deque<std::pair<std::size_t, std::shared_ptr<BoundExperiment const>>> bound_; // the oldest first
};

} // namespace caremarket
