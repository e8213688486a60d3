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

/// How many replicates a part should hold: as many as a thread makes, with all outlooks and strategies of a sample, in
/// some seconds, for these are complete together and what is not is lost when a process is killed; at least one, at most
/// ten, and more than would be some seconds if there were too many files.
[[nodiscard]] std::size_t replicates_worth_a_part(Plan const& plan, SweepCost const& cost);

/// What it will take, for people, a line each.
[[nodiscard]] std::vector<std::string> cost_in_words(Plan const& plan, SweepCost const& cost, int threads);

} // namespace caremarket
