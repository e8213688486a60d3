#pragma once

#include "analysis/parts_plan.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace caremarket
{

/// What a sweep will take, from a few runs that were timed.
struct SweepCost
{
    std::size_t runs_timed = 0;
    double seconds_a_run = 0,
           slowest_seconds_a_run = 0; ///< on one thread; of the samples timed, the mean and the slowest
    double bytes_a_run = 0;           ///< of a part on the disk
    std::size_t bytes_of_memory = 0;  ///< most that this process took
};

/// Runs one replicate of some samples far from each other: of each at least the first, and on until some seconds are gone.
/// Nothing is kept. \throws WrongUse, ResultsFileError
[[nodiscard]] SweepCost time_some_runs(Plan const& plan);

/// What it will take, for people, a line each.
[[nodiscard]] std::vector<std::string> cost_in_words(Plan const& plan, SweepCost const& cost, int threads);

} // namespace caremarket
