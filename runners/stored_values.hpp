#pragma once

#include "analysis/results_file.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace caremarket
{

/// How the values of two results files agree.
struct ValuesCompared
{
    std::size_t values = 0; ///< compared: every value of every recorded metric, by period and by year, and every state
    std::size_t different = 0;                  ///< part of them; values missing in both are equal
    std::vector<std::string> first_differences; ///< a line each: metric, outlook, strategy, replicate, period, cell
};

/// Compares bit for bit: money in pence, quantities as stored.
/// \param shown most differences to tell in words
/// \pre both have the same axes and the same recorded metrics
[[nodiscard]] ValuesCompared compare_values(ResultsFile const& one, ResultsFile const& other, std::size_t shown);

} // namespace caremarket
