#pragma once

#include <cstddef>
#include <string>
#include <vector>

/// What came out of a sweep, as its analysis takes it: where each sample stood and one number that came of it.
namespace caremarket
{

/// What a sweep varied.
struct StudiedFactor
{
    std::string name;
    std::string unit = {};                ///< as in the catalogue; "1" of choices; empty: not known
    std::vector<std::string> levels = {}; ///< of a categorical factor; empty: numbers

    [[nodiscard]] bool is_categorical() const { return !levels.empty(); }
};

struct DesignedRuns
{
    std::vector<StudiedFactor> factors;
    /// [sample][factor] from 0 to 1 over the factor's range, as the design laid them, in its order; see `points_over_range`
    std::vector<std::vector<double>> points;
    std::vector<std::vector<double>>
        values;                   ///< [sample][factor] as set; of a categorical factor the number of its level
    std::vector<double> outcomes; ///< [sample], mean over its replicates; NaN: failed or never ran
    /// Samples next to each other that go together, for they share most of their values: a Morris walk, a base point with
    /// those taken from it; 1: none do.
    std::size_t group = 1;
    std::vector<double> errors = {}; ///< [sample], standard error of that mean; empty or NaN: not known

    [[nodiscard]] std::size_t samples() const { return outcomes.size(); }
    [[nodiscard]] bool is_known(std::size_t sample) const; ///< an outcome that is no number counts as missing
    [[nodiscard]] double error(std::size_t sample) const;  ///< NaN when not known
};

/// Points for a design that has none of its own, such as a list: each value's place between the least and the greatest
/// of its factor. \param values [sample][factor]
[[nodiscard]] std::vector<std::vector<double>> points_over_range(std::vector<std::vector<double>> const& values);

/// What can be said of the outcomes before any factor is looked at.
struct Outcomes
{
    std::size_t samples = 0, missing = 0;
    double mean = 0, variance = 0; ///< NaN without a known one; variance also with one alone
    double lowest = 0, highest = 0;
    bool is_constant = false; ///< all known ones are equal, but for rounding
    /// Of the variance between samples, what chance in their replicates makes, if that is independent from sample to
    /// sample; with common random numbers it is less. NaN when not known.
    double noise_share = 0;

    [[nodiscard]] std::size_t known() const { return samples - missing; }
};
[[nodiscard]] Outcomes outcomes_of(DesignedRuns const& runs);

} // namespace caremarket
