#include "analysis/paired.hpp"

#include "analysis/unknown.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <vector>

namespace caremarket
{

namespace
{

constexpr double one_side = 0.975;                      // of a two-sided interval of 95 %
constexpr double power = 0.8;                           // usual in the design of trials
constexpr std::size_t most_pairs_to_settle = 1'000'000; // beyond it nobody will run them
constexpr double rounding = 1e-12;                      // of a value that took thousands of additions

double t_quantile(double probability, std::size_t pairs)
{
    return boost::math::quantile(boost::math::students_t(static_cast<double>(pairs - 1)), probability);
}

double mean_of(std::span<double const> values)
{
    double sum = 0;
    for (double const value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

/// From the squares about the mean: exact enough however far from 0 the mean lies.
double standard_deviation_of(std::span<double const> values, double mean)
{
    double squares = 0;
    for (double const value : values)
        squares += (value - mean) * (value - mean);
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

double beyond_rounding(double baseline, double other)
{
    double const difference = other - baseline;
    bool const is_rounding = std::abs(difference) <= rounding * std::max(std::abs(baseline), std::abs(other));
    return is_rounding ? 0.0 : difference;
}

bool would_settle(std::size_t pairs, double mean, double standard_deviation)
{
    double const standard_error = standard_deviation / std::sqrt(static_cast<double>(pairs));
    return (t_quantile(one_side, pairs) + t_quantile(power, pairs)) * standard_error <= std::abs(mean);
}

} // namespace

PairedDifference paired_difference(std::span<double const> baseline, std::span<double const> other)
{
    std::vector<double> differences(baseline.size());
    std::ranges::transform(baseline, other, differences.begin(), beyond_rounding);
    return paired_difference(differences);
}

PairedDifference paired_difference(std::span<double const> differences)
{
    std::vector<double> known;
    std::ranges::copy_if(differences, std::back_inserter(known), [](double d) { return !std::isnan(d); });

    PairedDifference result{.n = known.size(),
                            .left_out = differences.size() - known.size(),
                            .mean = unknown,
                            .standard_error = unknown,
                            .lower = unknown,
                            .upper = unknown,
                            .positive = 0,
                            .replicates_to_settle = {}};
    if (known.empty())
        return result;
    result.mean = mean_of(known);
    result.positive = static_cast<std::size_t>(std::ranges::count_if(known, [](double d) { return d > 0; }));
    if (known.size() == 1)
        return result;

    bool const all_alike = std::ranges::all_of(known, [&known](double d) { return d == known.front(); });
    if (all_alike) // the mean of n equal numbers may be off by a bit
        result.mean = known.front();
    double const deviation = all_alike ? 0.0 : standard_deviation_of(known, result.mean);
    result.standard_error = deviation / std::sqrt(static_cast<double>(known.size()));
    double const half_width = t_quantile(one_side, known.size()) * result.standard_error;
    result.lower = result.mean - half_width;
    result.upper = result.mean + half_width;
    if (result.is_noise() && result.mean != 0)
        result.replicates_to_settle = pairs_to_settle(result.mean, deviation);
    return result;
}

PairedDifference divided(PairedDifference difference, double divisor)
{
    difference.mean /= divisor;
    difference.standard_error /= divisor;
    difference.lower /= divisor;
    difference.upper /= divisor;
    return difference;
}

std::optional<std::size_t> pairs_to_settle(double mean, double standard_deviation)
{
    // The quantiles of t fall towards these as pairs grow, so that the search can begin here.
    double const normal = t_quantile(one_side, most_pairs_to_settle) + t_quantile(power, most_pairs_to_settle);
    double const least = std::pow(normal * standard_deviation / mean, 2);
    if (!(least < static_cast<double>(most_pairs_to_settle)))
        return std::nullopt;
    std::size_t pairs = std::max<std::size_t>(2, static_cast<std::size_t>(least));
    while (!would_settle(pairs, mean, standard_deviation))
        ++pairs;
    return pairs;
}

Chance chance_of(std::size_t met, std::size_t of)
{
    using boost::math::binomial;
    if (of == 0)
        return {.met = met, .of = of, .lower = unknown, .upper = unknown};
    auto const trials = static_cast<double>(of), successes = static_cast<double>(met);
    constexpr double tail = 1 - one_side;
    return {.met = met,
            .of = of,
            .lower = met == 0 ? 0.0 : binomial::find_lower_bound_on_p(trials, successes, tail),
            .upper = met == of ? 1.0 : binomial::find_upper_bound_on_p(trials, successes, tail)};
}

} // namespace caremarket
