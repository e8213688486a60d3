#pragma once

#include "model/draws.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

/// Intervals by resampling (bootstrap). The same seed gives the same resamples, whatever is asked first.
namespace caremarket
{

struct Resampling
{
    std::size_t count = 1000; ///< of resamples
    std::uint64_t seed = 1;
};

/// What nine hundred and fifty in a thousand resamples lie between; NaN when there is none.
struct ResampledInterval
{
    double lower = 0, upper = 0;

    [[nodiscard]] bool holds(double value) const { return lower <= value && value <= upper; }
};

class Resamples
{
public:
    explicit Resamples(Resampling resampling);

    /// How often each of `of` things is drawn when as many are drawn with replacement.
    [[nodiscard]] std::vector<double> times_drawn(std::size_t resample, std::size_t of) const;
    [[nodiscard]] std::size_t count() const { return count_; }

private:
    std::size_t count_;
    Draws draws_;
};

/// Quantiles of 2.5 and 97.5 %. \param estimates of the resamples; NaN where one had nothing to estimate from
[[nodiscard]] ResampledInterval percentile_interval(std::vector<double> estimates);

} // namespace caremarket
