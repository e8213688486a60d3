#include "analysis/sensitivity_sobol.hpp"

#include "analysis/unknown.hpp"

#include <algorithm>
#include <cmath>

namespace caremarket
{

namespace
{

/// Outcomes of a base point: A, A with each factor from B in turn, B; NaN where missing.
using BasePoint = std::vector<double>;

/// In an order of their own, so that nothing depends on that of the design.
std::vector<BasePoint> centred_base_points(DesignedRuns const& runs, double mean)
{
    std::size_t const size = runs.factors.size() + 2;
    std::vector<BasePoint> base_points;
    for (std::size_t first = 0; first + size <= runs.samples(); first += size)
    {
        BasePoint& point = base_points.emplace_back();
        for (std::size_t sample = first; sample < first + size; ++sample)
            point.push_back(runs.is_known(sample) ? runs.outcomes[sample] - mean : unknown);
    }
    auto const goes_before = [](double a, double b) { return std::isnan(b) ? !std::isnan(a) : a < b; };
    std::ranges::sort(base_points, [&](BasePoint const& a, BasePoint const& b)
                      { return std::ranges::lexicographical_compare(a, b, goes_before); });
    return base_points;
}

/// A mean over those base points, drawn so many times each, that have the number.
double mean_over(std::vector<double> const& numbers, std::vector<double> const& times)
{
    double sum = 0, count = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        if (!std::isnan(numbers[i]))
        {
            sum += times[i] * numbers[i];
            count += times[i];
        }
    return sum / count; // NaN when there is none
}

/// What each base point gives to the variance and to the indices; NaN where it misses what is needed.
struct Contributions
{
    std::vector<double> a, b;
    std::vector<std::vector<double>> first, total; ///< [factor]

    explicit Contributions(std::vector<BasePoint> const& base_points, std::size_t factors)
        : first(factors), total(factors)
    {
        for (BasePoint const& point : base_points)
        {
            a.push_back(point.front());
            b.push_back(point.back());
            for (std::size_t f = 0; f < factors; ++f)
            {
                double const moved = point[f + 1] - a.back();
                first[f].push_back(b.back() * moved);
                total[f].push_back(moved * moved / 2);
            }
        }
    }

    [[nodiscard]] double variance(std::vector<double> const& times) const
    {
        double sum = 0, squares = 0, count = 0;
        for (auto const* const outcomes : {&a, &b})
            for (std::size_t i = 0; i < outcomes->size(); ++i)
                if (double const outcome = (*outcomes)[i]; !std::isnan(outcome))
                {
                    sum += times[i] * outcome;
                    squares += times[i] * outcome * outcome;
                    count += times[i];
                }
        double const variance = squares / count - (sum / count) * (sum / count);
        return variance > 0 ? variance : unknown; // nothing to share out
    }
};

double mean_of_a_and_b(DesignedRuns const& runs)
{
    std::size_t const size = runs.factors.size() + 2;
    DesignedRuns a_and_b;
    for (std::size_t sample = 0; sample < runs.samples(); ++sample)
        if (sample % size == 0 || sample % size == size - 1)
            a_and_b.outcomes.push_back(runs.outcomes[sample]);
    return outcomes_of(a_and_b).mean;
}

VarianceIndex index_of(std::vector<double> const& numbers)
{
    auto const left_out =
        static_cast<std::size_t>(std::ranges::count_if(numbers, [](double n) { return std::isnan(n); }));
    return {.value = unknown,
            .interval = {.lower = unknown, .upper = unknown},
            .used = numbers.size() - left_out,
            .left_out = left_out};
}

/// Indices of all factors in one resample, or in the sample itself.
struct IndexValues
{
    std::vector<double> first, total;

    IndexValues(Contributions const& contributions, std::vector<double> const& times)
    {
        double const variance = contributions.variance(times);
        for (std::size_t f = 0; f < contributions.first.size(); ++f)
        {
            first.push_back(mean_over(contributions.first[f], times) / variance);
            total.push_back(mean_over(contributions.total[f], times) / variance);
        }
    }
};

void set(VarianceIndex& index, double value, std::vector<double> resampled)
{
    index.value = value;
    if (index.used > 1) // one is drawn again and again
        index.interval = percentile_interval(std::move(resampled));
}

void estimate(SobolIndices& indices, Contributions const& contributions, Resamples const& resamples)
{
    std::size_t const base_points = indices.base_points, factors = indices.factors.size();
    IndexValues const values(contributions, std::vector<double>(base_points, 1.0));
    std::vector<std::vector<double>> first(factors), total(factors);
    for (std::size_t r = 0; r < resamples.count(); ++r)
    {
        IndexValues const resampled(contributions, resamples.times_drawn(r, base_points));
        for (std::size_t f = 0; f < factors; ++f)
        {
            first[f].push_back(resampled.first[f]);
            total[f].push_back(resampled.total[f]);
        }
    }
    for (std::size_t f = 0; f < factors; ++f)
    {
        set(indices.factors[f].first, values.first[f], std::move(first[f]));
        set(indices.factors[f].total, values.total[f], std::move(total[f]));
        indices.sum_of_first += values.first[f];
    }
}

} // namespace

std::vector<FactorIndices const*> SobolIndices::by_total() const
{
    std::vector<FactorIndices const*> sorted;
    for (FactorIndices const& indices : factors)
        sorted.push_back(&indices);
    std::ranges::stable_sort(sorted, std::ranges::greater{},
                             [](FactorIndices const* indices)
                             { return std::isnan(indices->total.value) ? -1.0 : indices->total.value; });
    return sorted;
}

SobolIndices sobol_indices(DesignedRuns const& runs, Resampling resampling)
{
    std::size_t const factors = runs.factors.size();
    std::vector<BasePoint> const base_points = centred_base_points(runs, mean_of_a_and_b(runs));
    Contributions const contributions(base_points, factors);
    SobolIndices result{.outcomes = outcomes_of(runs),
                        .base_points = base_points.size(),
                        .whole_base_points = static_cast<std::size_t>(std::ranges::count_if(
                            base_points, [](BasePoint const& point)
                            { return std::ranges::none_of(point, [](double y) { return std::isnan(y); }); })),
                        .factors = {},
                        .sum_of_first = 0};
    for (std::size_t f = 0; f < factors; ++f)
        result.factors.push_back({.factor = runs.factors[f].name,
                                  .first = index_of(contributions.first[f]),
                                  .total = index_of(contributions.total[f])});
    if (result.outcomes.is_constant)
        result.sum_of_first = unknown;
    else
        estimate(result, contributions, Resamples(resampling));
    return result;
}

} // namespace caremarket
