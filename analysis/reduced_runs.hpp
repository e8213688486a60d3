#pragma once

#include "analysis/results_file_contents.hpp"
#include "model/record.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace caremarket
{

/// Values of a metric, recorded or derived, in one run: [period][cell], in its unit, money in pounds. A derived one has the
/// axes that both its parts have; what one has beyond them is summed first, money in whole pence. A ratio is NaN where
/// there is nothing to divide by.
/// \pre the model records the metric, or both its parts
[[nodiscard]] std::vector<double> values_of(StoredMetric const& metric, MetricCatalogue const& catalogue,
                                            Record const& record);

/// The runs of one cell, reduced value by value.
struct ReducedRuns
{
    std::vector<double> quantiles;  ///< [quantile][value]; NaN where no run has the value
    std::vector<double> means;      ///< [value]; the same
    std::vector<std::int32_t> runs; ///< [value]: those that have it
};

/// Exact quantiles (Hyndman and Fan's type 7) and means over runs, of which each gives as many values. NaN is left out.
/// \param runs the values of each; may be empty, then `length` tells how many values there would be
[[nodiscard]] ReducedRuns reduced(std::span<std::vector<double> const> runs, std::size_t length,
                                  std::span<double const> probabilities);

} // namespace caremarket
