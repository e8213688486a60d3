#pragma once

#include "analysis/sensitivity_resample.hpp"
#include "analysis/sensitivity_runs.hpp"

#include <cstddef>
#include <string>
#include <vector>

/// Of the variance of an outcome, how much each factor makes.
namespace caremarket
{

/// A share of the variance, with its 95 % interval.
struct VarianceIndex
{
    double value = 0;                   ///< NaN when undefined; by chance it may lie a little outside 0 to 1
    ResampledInterval interval;         ///< of resampled base points; wider than needed, for these are evenly spread
    std::size_t used = 0, left_out = 0; ///< base points
};

struct FactorIndices
{
    std::string factor;
    VarianceIndex first; ///< what would go if the factor alone were known
    VarianceIndex total; ///< what would stay if all others were known: with its interactions

    [[nodiscard]] double interactions() const { return total.value - first.value; }
};

struct SobolIndices
{
    Outcomes outcomes;
    std::size_t base_points = 0, whole_base_points = 0;
    std::vector<FactorIndices> factors; ///< in the order of the design
    /// Of all factors one by one; what is missing to 1 is interactions, and noise.
    double sum_of_first = 0;

    /// By total index, the largest first; undefined ones last.
    [[nodiscard]] std::vector<FactorIndices const*> by_total() const;
};

/// First order by Saltelli's estimator, total by Jansen's; outcomes are centred first, which frees the former of the
/// size of their mean. Base points in any order give the same answer. A base point that misses a sample is left out of
/// the indices that need it and of no other: of a factor's total index if A or the point with that factor from B is
/// missing, of its first-order index also if B is. The variance is that of all samples of A and B that are there. All
/// indices are undefined if outcomes are constant.
/// \pre the samples are as of `saltelli_points`: for every base point A, A with one factor from B for each, B
/// Source: Saltelli and others 2010, table 2 (b) and (f).
[[nodiscard]] SobolIndices sobol_indices(DesignedRuns const& runs, Resampling resampling = {});

} // namespace caremarket
