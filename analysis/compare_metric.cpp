#include "analysis/compare_metric.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace caremarket
{

namespace
{

constexpr double none = std::numeric_limits<double>::quiet_NaN();

WholeRun whole_run_of(StoredMetric const& metric)
{
    if (metric.form == StoredMetric::Form::ratio)
        return WholeRun::ratio;
    return metric.over == Over::sum ? WholeRun::a_year : WholeRun::average;
}

bool is_pence(ResultsFile const& file, StoredMetric const& metric)
{
    if (metric.form == StoredMetric::Form::recorded)
        return metric.is_money();
    return metric.form == StoredMetric::Form::difference && metric.is_money() && metric.factor == 1.0 &&
           file.catalogue().find(metric.a)->is_money();
}

double number(double value)
{
    return value;
}

double number(std::int64_t pence)
{
    return pence == missing_pence ? none : static_cast<double>(pence);
}

/// Sums over the years, one per run. Pence stay whole.
template <class T>
std::vector<double> added_over_years(SeriesOf<T> const& yearly)
{
    std::vector<double> sums(yearly.outlooks * yearly.strategies * yearly.replicates, 0.0);
    for (std::size_t run = 0; run < sums.size(); ++run)
        for (std::size_t year = 0; year < yearly.periods; ++year)
            sums[run] += number(yearly.values[run * yearly.periods + year]);
    return sums;
}

std::vector<double> added_over_years(ResultsFile const& file, StoredMetric const& metric)
{
    return is_pence(file, metric) ? added_over_years(file.yearly_pence(metric.name))
                                  : added_over_years(file.yearly(metric.name));
}

/// Ratio of two sums over the run, NaN when there is nothing to divide by.
std::vector<double> ratios(ResultsFile const& file, StoredMetric const& metric)
{
    std::vector<double> values = added_over_years(file.yearly(metric.a));
    std::vector<double> const below = added_over_years(file.yearly(metric.b));
    std::ranges::transform(values, below, values.begin(),
                           [&metric](double a, double b) { return b == 0.0 ? none : a / b * metric.factor; });
    return values;
}

/// Mean, with its interval, of the values whose pair is complete.
PairedDifference mean_of_pairs(std::span<double const> values, std::span<double const> partners)
{
    std::vector<double> complete;
    for (std::size_t i = 0; i < values.size(); ++i)
        complete.push_back(std::isnan(partners[i]) ? none : values[i]);
    return paired_difference(complete);
}

} // namespace

Verdict MetricDifference::verdict() const
{
    if (difference.is_unjudged())
        return Verdict::unjudged;
    if (difference.is_none())
        return Verdict::same;
    if (difference.is_noise())
        return Verdict::noise;
    if (better == Better::neither)
        return difference.mean > 0 ? Verdict::higher : Verdict::lower;
    return leans_worse() ? Verdict::worse : Verdict::better;
}

bool MetricDifference::leans_worse() const
{
    return (better == Better::down && difference.mean > 0) || (better == Better::up && difference.mean < 0);
}

std::optional<double> MetricDifference::relative() const
{
    if (!(std::abs(baseline) > 0)) // 0 or NaN
        return std::nullopt;
    return difference.mean / std::abs(baseline);
}

WholeRunValues::WholeRunValues(ResultsFile const& file, StoredMetric const& metric)
    : metric_(metric),
      over_(whole_run_of(metric)),
      strategies_(file.axes().strategies.size()),
      replicates_(file.axes().replicates)
{
    raw_ = over_ == WholeRun::ratio ? ratios(file, metric) : added_over_years(file, metric);
    if (over_ != WholeRun::ratio)
        divisor_ = static_cast<double>(file.axes().years) * (is_pence(file, metric) ? 100.0 : 1.0);
}

MetricDifference WholeRunValues::difference(std::size_t outlook, std::size_t baseline, std::size_t strategy,
                                            std::span<std::size_t const> replicates) const
{
    std::vector<double> const before = raw(outlook, baseline, replicates), after = raw(outlook, strategy, replicates);
    PairedDifference const level_before = divided(mean_of_pairs(before, after), divisor_),
                           level_after = divided(mean_of_pairs(after, before), divisor_);
    return {.name = metric_.name,
            .unit = metric_.unit,
            .over = over_,
            .better = metric_.better,
            .is_care = metric_.is_care,
            .baseline = level_before.mean,
            .strategy = level_after.mean,
            .level_error = std::fmax(level_before.half_width(), level_after.half_width()),
            .difference = divided(paired_difference(before, after), divisor_)};
}

std::vector<double> WholeRunValues::raw(std::size_t outlook, std::size_t strategy,
                                        std::span<std::size_t const> replicates) const
{
    std::vector<double> values;
    for (std::size_t const replicate : replicates)
        values.push_back(raw_[(outlook * strategies_ + strategy) * replicates_ + replicate]);
    return values;
}

} // namespace caremarket
