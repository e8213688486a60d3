#include "analysis/compare_metric.hpp"

#include "analysis/unknown.hpp"

#include <algorithm>
#include <cmath>

namespace caremarket
{

namespace
{

WholeRun average_of(RecordPeriod period)
{
    switch (period)
    {
    case RecordPeriod::month: return WholeRun::months;
    case RecordPeriod::quarter: return WholeRun::quarters;
    case RecordPeriod::year: return WholeRun::year_ends;
    }
    return WholeRun::year_ends;
}

WholeRun whole_run_of(ResultsFile const& file, StoredMetric const& metric)
{
    if (metric.form == StoredMetric::Form::ratio)
        return WholeRun::ratio;
    return metric.over == Over::sum ? WholeRun::a_year : average_of(file.axes().period);
}

/// How often the run is looked at: a stock as often as the file has it, for one day a year may be unlike the others.
std::size_t periods_of(ResultsFile const& file, StoredMetric const& metric)
{
    return file.axes().periods(metric.over == Over::point ? file.axes().period : RecordPeriod::year);
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
    return pence == missing_pence ? unknown : static_cast<double>(pence);
}

/// Sums over the periods, one per run. Pence stay whole.
template <class T>
std::vector<double> added_up(SeriesOf<T> const& series)
{
    std::vector<double> sums(series.outlooks * series.strategies * series.replicates, 0.0);
    for (std::size_t run = 0; run < sums.size(); ++run)
        for (std::size_t period = 0; period < series.periods; ++period)
            sums[run] += number(series.values[run * series.periods + period]);
    return sums;
}

/// In the metric's unit, money in pounds.
std::vector<double> added_up(ResultsFile const& file, StoredMetric const& metric, Cells const& cells)
{
    return added_up(metric.over == Over::point ? file.by_period(metric.name, cells) : file.yearly(metric.name, cells));
}

std::vector<double> pence_added_up(ResultsFile const& file, StoredMetric const& metric, Cells const& cells)
{
    return added_up(metric.over == Over::point ? file.by_period_pence(metric.name, cells)
                                               : file.yearly_pence(metric.name, cells));
}

/// Ratio of two parts over the run, NaN when there is nothing to divide by. Each part counts by its total a year or its
/// average, so that a flow may be divided by a stock.
std::vector<double> ratios(ResultsFile const& file, StoredMetric const& metric, Cells const& cells)
{
    StoredMetric const &above = *file.catalogue().find(metric.a), &below = *file.catalogue().find(metric.b);
    double const factor =
        metric.factor * static_cast<double>(periods_of(file, below)) / static_cast<double>(periods_of(file, above));
    std::vector<double> values = added_up(file, above, cells);
    std::ranges::transform(values, added_up(file, below, cells), values.begin(),
                           [factor](double a, double b) { return b == 0.0 ? unknown : a / b * factor; });
    return values;
}

/// Mean, with its interval, of the values whose pair is complete.
PairedDifference mean_of_pairs(std::span<double const> values, std::span<double const> partners)
{
    std::vector<double> complete;
    for (std::size_t i = 0; i < values.size(); ++i)
        complete.push_back(std::isnan(partners[i]) ? unknown : values[i]);
    return paired_difference(complete);
}

} // namespace

bool MetricDifference::is_of(MetricDifference const& other) const
{
    return name == other.name && service == other.service;
}

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

WholeRunValues::WholeRunValues(ResultsFile const& file, StoredMetric const& metric, WhichService service)
    : metric_(metric),
      service_(name_of(file, service)),
      unit_(unit_of(metric, service)),
      over_(whole_run_of(file, metric)),
      strategies_(file.axes().strategies.size()),
      replicates_(file.axes().replicates)
{
    Cells const cells = cells_of(service);
    if (over_ == WholeRun::ratio)
    {
        raw_ = ratios(file, metric, cells);
        return;
    }
    bool const in_pence = is_pence(file, metric);
    raw_ = in_pence ? pence_added_up(file, metric, cells) : added_up(file, metric, cells);
    divisor_ = static_cast<double>(periods_of(file, metric)) * (in_pence ? 100.0 : 1.0);
}

MetricDifference WholeRunValues::difference(std::size_t outlook, std::size_t baseline, std::size_t strategy,
                                            std::span<std::size_t const> replicates) const
{
    std::vector<double> const before = raw(outlook, baseline, replicates), after = raw(outlook, strategy, replicates);
    PairedDifference const level_before = divided(mean_of_pairs(before, after), divisor_),
                           level_after = divided(mean_of_pairs(after, before), divisor_);
    return {.name = metric_.name,
            .service = service_,
            .unit = unit_,
            .over = over_,
            .better = metric_.better,
            .is_care = metric_.is_care,
            .baseline = level_before.mean,
            .strategy = level_after.mean,
            .level_error = std::fmax(level_before.half_width(), level_after.half_width()),
            .difference = divided(paired_difference(before, after), divisor_)};
}

bool WholeRunValues::has_any(std::size_t outlook, std::size_t strategy, std::span<std::size_t const> replicates) const
{
    return std::ranges::any_of(raw(outlook, strategy, replicates),
                               [](double value) { return value != 0.0 && !std::isnan(value); });
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
