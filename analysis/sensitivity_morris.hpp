#pragma once

#include "analysis/sensitivity_resample.hpp"
#include "analysis/sensitivity_runs.hpp"

#include <cstddef>
#include <string>
#include <vector>

/// Which factors matter at all, from few runs.
namespace caremarket
{

/// Elementary effects of one factor: what a step of it changes, per its whole range.
struct ElementaryEffects
{
    std::string factor;
    std::size_t used = 0, left_out = 0; ///< steps; one that touches a missing sample is left out
    double mu = 0;                      ///< mean; NaN when none is used
    double mu_star = 0;                 ///< mean size, whichever way: what factors are ranked by
    double sigma = 0;                   ///< standard deviation: bends and interactions, and noise; NaN when used < 2
    ResampledInterval interval;         ///< 95 %, of mu_star; NaN when used < 2
    double noise = 0; ///< mu_star of a factor that does nothing, by chance in the replicates; NaN: not known

    /// The whole interval is above what chance alone would show.
    [[nodiscard]] bool is_beyond_noise() const { return interval.lower > 0 && !(interval.lower <= noise); }
};

struct MorrisScreening
{
    Outcomes outcomes;
    std::size_t walks = 0, whole_walks = 0;
    std::vector<ElementaryEffects> factors; ///< in the order of the design

    /// By mu_star, the largest first; those without one last.
    [[nodiscard]] std::vector<ElementaryEffects const*> by_size() const;
};

/// Walks in any order give the same answer. A walk with a missing sample loses the steps that touch it, no others.
/// \pre the samples are walks as of `morris_walks`: factors + 1 points, each step moving one factor
/// Source: Morris 1991; mu_star Campolongo, Cariboni and Saltelli 2007.
[[nodiscard]] MorrisScreening morris_screening(DesignedRuns const& runs, Resampling resampling = {});

} // namespace caremarket
