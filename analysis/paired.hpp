#pragma once

#include <cstddef>
#include <optional>
#include <span>

/// Differences between two strategies that met the same futures. Replicate by replicate people, shocks and draws are
/// common, so what the two share cancels and what is left is the policy and the noise it stirs up.
namespace caremarket
{

/// Mean of paired differences with its 95 % interval of Student's t.
struct PairedDifference
{
    std::size_t n = 0;           ///< pairs; those with a value missing are left out
    std::size_t left_out = 0;    ///< pairs with a value missing (NaN)
    double mean = 0;             ///< NaN when n = 0
    double standard_error = 0;   ///< of the mean; NaN when n < 2
    double lower = 0, upper = 0; ///< 95 % interval of the mean; NaN when n < 2
    std::size_t positive = 0;    ///< pairs whose difference is above 0
    /// About how many pairs would settle the sign, when these do not; see `pairs_to_settle`.
    std::optional<std::size_t> replicates_to_settle;

    [[nodiscard]] double share_positive() const { return static_cast<double>(positive) / static_cast<double>(n); }
    [[nodiscard]] double half_width() const { return (upper - lower) / 2; }
    /// n < 2: there is a difference, but nothing to judge it by.
    [[nodiscard]] bool is_unjudged() const { return n < 2; }
    /// The strategies gave the same value in every pair.
    [[nodiscard]] bool is_none() const { return n > 0 && mean == 0 && (n == 1 || standard_error == 0); }
    /// The interval holds 0, though not all differences are 0.
    [[nodiscard]] bool is_noise() const { return !is_unjudged() && !is_none() && lower <= 0 && upper >= 0; }
};

/// Differences `other - baseline`, pair by pair. One smaller than the rounding of its two values counts as 0.
/// \pre both have the same length
[[nodiscard]] PairedDifference paired_difference(std::span<double const> baseline, std::span<double const> other);

/// The same from the differences themselves, for values whose differences are exact, such as pence.
[[nodiscard]] PairedDifference paired_difference(std::span<double const> differences);

/// The difference in a larger unit: pounds from pence, a year from all years. \pre divisor > 0
[[nodiscard]] PairedDifference divided(PairedDifference difference, double divisor);

/// Pairs after which a two-sided test at 5 % finds a true difference of `mean` four times in five, when single
/// differences have this standard deviation. Nothing beyond a million. \pre mean != 0
[[nodiscard]] std::optional<std::size_t> pairs_to_settle(double mean, double standard_deviation);

/// So many of so many futures, and the chance that this suggests.
struct Chance
{
    std::size_t met = 0, of = 0;
    double lower = 0, upper = 0; ///< exact 95 % interval of the chance (Clopper and Pearson); NaN when of = 0
};
[[nodiscard]] Chance chance_of(std::size_t met, std::size_t of);

} // namespace caremarket
