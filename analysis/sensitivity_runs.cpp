#include "analysis/sensitivity_runs.hpp"

#include "analysis/unknown.hpp"

#include <algorithm>
#include <cmath>

namespace caremarket
{

namespace
{

constexpr double rounding_of_outcomes = 1e-12; // of a value that took thousands of additions

/// In order of size, so that a sum does not depend on the order of samples.
std::vector<double> sorted_known(DesignedRuns const& runs)
{
    std::vector<double> known;
    for (std::size_t sample = 0; sample < runs.samples(); ++sample)
        if (runs.is_known(sample))
            known.push_back(runs.outcomes[sample]);
    std::ranges::sort(known);
    return known;
}

/// Mean square of the standard errors that are known.
double noise_variance(DesignedRuns const& runs)
{
    std::vector<double> squares;
    for (std::size_t sample = 0; sample < runs.samples(); ++sample)
        if (double const error = runs.error(sample); runs.is_known(sample) && !std::isnan(error))
            squares.push_back(error * error);
    std::ranges::sort(squares);
    double sum = 0;
    for (double const square : squares)
        sum += square;
    return squares.empty() ? unknown : sum / static_cast<double>(squares.size());
}

} // namespace

bool DesignedRuns::is_known(std::size_t sample) const
{
    return std::isfinite(outcomes[sample]);
}

double DesignedRuns::error(std::size_t sample) const
{
    return errors.empty() ? unknown : errors[sample];
}

std::vector<std::vector<double>> points_over_range(std::vector<std::vector<double>> const& values)
{
    std::vector<std::vector<double>> points = values;
    for (std::size_t f = 0; !values.empty() && f < values.front().size(); ++f)
    {
        auto const at = [f](std::vector<double> const& sample) { return sample[f]; };
        auto const [least, greatest] = std::ranges::minmax_element(values, {}, at);
        double const low = at(*least), range = at(*greatest) - low;
        for (std::vector<double>& point : points)
            point[f] = range > 0 ? (point[f] - low) / range : 0.5; // never moved: anywhere
    }
    return points;
}

Outcomes outcomes_of(DesignedRuns const& runs)
{
    std::vector<double> const known = sorted_known(runs);
    Outcomes result{.samples = runs.samples(),
                    .missing = runs.samples() - known.size(),
                    .mean = unknown,
                    .variance = unknown,
                    .lowest = unknown,
                    .highest = unknown,
                    .is_constant = false,
                    .noise_share = unknown};
    if (known.empty())
        return result;
    auto const count = static_cast<double>(known.size());
    double sum = 0, squares = 0;
    for (double const outcome : known)
        sum += outcome;
    result.mean = sum / count;
    for (double const outcome : known)
        squares += (outcome - result.mean) * (outcome - result.mean);
    result.lowest = known.front();
    result.highest = known.back();
    result.is_constant = result.highest - result.lowest <=
                         rounding_of_outcomes * std::max(std::abs(result.lowest), std::abs(result.highest));
    if (known.size() < 2)
        return result;
    result.variance = squares / (count - 1);
    if (!result.is_constant)
        result.noise_share = noise_variance(runs) / result.variance;
    return result;
}

} // namespace caremarket
