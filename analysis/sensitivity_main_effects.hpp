#pragma once

#include "analysis/sensitivity_runs.hpp"

#include <cstddef>
#include <string>
#include <vector>

/// How far each factor moves an outcome, the others at their average: what any design can tell.
namespace caremarket
{

/// A number of a linear model with its 95 % interval of Student's t.
struct FittedEffect
{
    double value = 0;            ///< NaN when the samples cannot tell it
    double standard_error = 0;   ///< NaN when nothing is left to judge it by
    double lower = 0, upper = 0; ///< likewise

    [[nodiscard]] bool is_beyond_noise() const { return lower > 0 || upper < 0; }
};

struct LevelEffect
{
    std::string level;
    std::size_t samples = 0;
    FittedEffect effect; ///< outcome at this level less the average over all samples
};

struct MainEffect
{
    std::string factor;
    FittedEffect over_range;         ///< of numbers: outcome at the upper end of the range less that at the lower end
    std::vector<LevelEffect> levels; ///< of a categorical factor, in its order

    [[nodiscard]] bool is_categorical() const { return !levels.empty(); }
    [[nodiscard]] double size() const; ///< how far it moves the outcome between its ends, or its levels; NaN: not told
    [[nodiscard]] bool is_beyond_noise() const; ///< of levels: one of them is
};

struct MainEffects
{
    Outcomes outcomes;
    std::vector<MainEffect> factors; ///< in the order of the design
    double explained = 0;            ///< share of the variance (R²); NaN if there is none, or no sample to spare
    double explained_adjusted = 0;   ///< the same, corrected for what as many factors explain by chance

    /// By size, the largest first; those that cannot be told last.
    [[nodiscard]] std::vector<MainEffect const*> by_size() const;
};

/// Least squares on all factors at once, each straight over its range: slope times range, levels against the average.
/// Samples without an outcome are left out. A factor that did not move, or always moved with others, cannot be told.
/// The intervals take what is not straight for chance, and samples of a group for one piece of evidence.
[[nodiscard]] MainEffects main_effects(DesignedRuns const& runs);

} // namespace caremarket
