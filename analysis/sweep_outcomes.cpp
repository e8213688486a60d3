#include "analysis/sweep_outcomes.hpp"

#include "analysis/compare_services.hpp"
#include "analysis/council_cost.hpp"
#include "analysis/index_of_name.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <limits>
#include <stdexcept>

namespace caremarket
{

namespace
{

/// a / b, run by run; NaN where there is nothing to divide by.
std::vector<double> ratio_of(std::vector<double> const& a, std::vector<double> const& b, double factor)
{
    std::vector<double> ratios(a.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t run = 0; run < a.size(); ++run)
        if (b[run] != 0.0)
            ratios[run] = a[run] / b[run] * factor;
    return ratios;
}

} // namespace

StoredMetric const& metric_called(std::string const& name, MetricCatalogue const& catalogue)
{
    // A file of chosen metrics lacks others that the model has: to spell it otherwise is no help.
    if (!catalogue.chosen.empty() && catalogue.find(name) == nullptr && model_catalogue().find(name) != nullptr)
        throw std::invalid_argument(fmt::format(
            "{} was left out when the file was collected with --metrics {}: collect the sweep again with it", name,
            fmt::join(catalogue.chosen, ",")));
    std::vector<std::string> const known = catalogue.names();
    return *catalogue.find(known[index_of_name("metric", name, known)]);
}

std::vector<double> totals_of_runs(ResultsFile const& file, std::vector<std::string> const& metrics,
                                   std::optional<std::size_t> service)
{
    std::vector<double> sums(file.axes().run_count());
    std::size_t const of_a_sample = sums.size() / file.axes().samples.count();
    Cells cells = cells_of(service);
    for (cells.sample = 0; cells.sample < file.axes().samples.count(); ++cells.sample)
        for (std::string const& metric : metrics)
        {
            Series const series = file.yearly(metric, cells);
            for (std::size_t run = 0; run < of_a_sample; ++run)
                for (std::size_t year = 0; year < series.periods; ++year)
                    sums[cells.sample * of_a_sample + run] += series.values[run * series.periods + year];
        }
    return sums;
}

SweepOutcomes::SweepOutcomes(ResultsFile const& file, std::optional<std::string> const& metric)
    : outlooks_(file.axes().outlooks.size()),
      strategies_(file.axes().strategies.size()),
      replicates_(file.axes().replicates)
{
    if (metric)
    {
        StoredMetric const& asked = metric_called(*metric, file.catalogue());
        name_ = asked.name;
        unit_ = asked.unit;
        better_ = asked.better;
        double const years = static_cast<double>(file.axes().years);
        values_ = asked.form == StoredMetric::Form::ratio
                      ? ratio_of(totals_of_runs(file, {asked.a}), totals_of_runs(file, {asked.b}), asked.factor)
                      : ratio_of(totals_of_runs(file, {asked.name}),
                                 std::vector<double>(file.axes().run_count(), years), 1.0);
        return;
    }
    if (auto const absent = costs_left_out(file.catalogue()); !absent.empty())
        throw std::invalid_argument(
            fmt::format("what care costs the council cannot be told without {}", fmt::join(absent, ", ")));
    name_ = "cost to the council over the run";
    unit_ = "GBP";
    values_ = totals_of_runs(file, cost_metrics(file.catalogue()));
}

std::vector<double> SweepOutcomes::of(std::size_t sample, std::size_t outlook, std::size_t strategy) const
{
    std::size_t const first = ((sample * outlooks_ + outlook) * strategies_ + strategy) * replicates_;
    return {values_.begin() + static_cast<std::ptrdiff_t>(first),
            values_.begin() + static_cast<std::ptrdiff_t>(first + replicates_)};
}

} // namespace caremarket
