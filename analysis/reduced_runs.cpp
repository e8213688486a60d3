#include "analysis/reduced_runs.hpp"

#include "analysis/nine_in_ten.hpp"
#include "analysis/unknown.hpp"
#include "model/money.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <ranges>

namespace caremarket
{

namespace
{

/// Series [period][service][channel][locality] summed over the axes that `to` lacks.
template <class T>
std::vector<T> summed(std::vector<T> const& series, RecordShape shape, Dimensions from, Dimensions to)
{
    if (from == to)
        return series;
    std::size_t const before = shape.cells(from), after = shape.cells(to);
    std::vector<T> sums(shape.periods * after);
    for (std::size_t i = 0; i < series.size(); ++i)
    {
        std::size_t const cell = i % before;
        std::size_t const service = cell / (before / count_of<Service>);
        std::size_t const target = to == Dimensions::place ? 0 : service * shape.localities + cell % shape.localities;
        sums[i / before * after + target] += series[i];
    }
    return sums;
}

std::vector<double> in_pounds(std::vector<std::int64_t> const& pence)
{
    std::vector<double> pounds(pence.size());
    std::ranges::transform(pence, pounds.begin(), [](std::int64_t p) { return to_pounds(p); });
    return pounds;
}

std::vector<double> recorded_values(StoredMetric const& metric, Dimensions dimensions, Record const& record)
{
    Recorded const id = recorded_named(metric.name);
    return metric.is_money() ? in_pounds(summed(record.pence(id), record.shape(), metric.dimensions, dimensions))
                             : summed(record.series(id), record.shape(), metric.dimensions, dimensions);
}

/// To the penny.
std::vector<double> difference_of_money(StoredMetric const& a, StoredMetric const& b, Dimensions dimensions,
                                        Record const& record)
{
    auto pence = summed(record.pence(recorded_named(a.name)), record.shape(), a.dimensions, dimensions);
    auto const less = summed(record.pence(recorded_named(b.name)), record.shape(), b.dimensions, dimensions);
    std::ranges::transform(pence, less, pence.begin(), std::minus<>{});
    return in_pounds(pence);
}

double formed(StoredMetric const& metric, double a, double b)
{
    if (metric.form == StoredMetric::Form::difference)
        return (a - b) * metric.factor;
    return b == 0.0 ? unknown : a / b * metric.factor;
}

} // namespace

std::vector<double> values_of(StoredMetric const& metric, MetricCatalogue const& catalogue, Record const& record)
{
    if (metric.form == StoredMetric::Form::recorded)
        return recorded_values(metric, metric.dimensions, record);
    StoredMetric const &a = *catalogue.find(metric.a), &b = *catalogue.find(metric.b);
    if (metric.form == StoredMetric::Form::difference && metric.factor == 1.0 && a.is_money() && b.is_money())
        return difference_of_money(a, b, metric.dimensions, record);
    std::vector<double> values = recorded_values(a, metric.dimensions, record);
    std::vector<double> const others = recorded_values(b, metric.dimensions, record);
    std::ranges::transform(values, others, values.begin(), [&](double x, double y) { return formed(metric, x, y); });
    return values;
}

ReducedRuns reduced(std::span<std::vector<double> const> runs, std::size_t length,
                    std::span<double const> probabilities)
{
    ReducedRuns result{.quantiles = std::vector<double>(probabilities.size() * length, unknown),
                       .means = std::vector<double>(length, unknown),
                       .runs = std::vector<std::int32_t>(length, 0)};
    std::vector<double> values;
    for (std::size_t i = 0; i < length; ++i)
    {
        values.clear();
        for (std::vector<double> const& run : runs)
            if (!std::isnan(run[i]))
                values.push_back(run[i]);
        result.runs[i] = static_cast<std::int32_t>(values.size());
        if (values.empty())
            continue;
        result.means[i] = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
        std::ranges::sort(values);
        for (std::size_t q = 0; q < probabilities.size(); ++q)
            result.quantiles[q * length + i] = quantile(values, probabilities[q]);
    }
    return result;
}

} // namespace caremarket
