#pragma once

#include "analysis/results_file.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace caremarket
{

/// Metrics added up over the years of every run, and over each other, by run: [sample][outlook][strategy][replicate]. NaN
/// where a run failed or is missing. Samples are read one at a time. \param service nothing: all together
[[nodiscard]] std::vector<double> totals_of_runs(ResultsFile const& file, std::vector<std::string> const& metrics,
                                                 std::optional<std::size_t> service = {});

/// The metric of this name. \throws std::invalid_argument when the file has no such metric; names the nearest, or those
/// it was made of
[[nodiscard]] StoredMetric const& metric_called(std::string const& name, MetricCatalogue const& catalogue);

/// One number of every run of a sweep. Samples are read one at a time.
class SweepOutcomes
{
public:
    /// \param metric nothing: what care costs the council over the run; else the average year of this metric, of a ratio
    ///     both parts over the run
    /// \throws std::invalid_argument when the file has no such metric; names the nearest, or those it was made of
    SweepOutcomes(ResultsFile const& file, std::optional<std::string> const& metric);

    [[nodiscard]] std::string const& name() const { return name_; }
    [[nodiscard]] std::string const& unit() const { return unit_; }
    [[nodiscard]] Better better() const { return better_; }

    /// By replicate; NaN where a run failed or is missing.
    [[nodiscard]] std::vector<double> of(std::size_t sample, std::size_t outlook, std::size_t strategy) const;

private:
    std::string name_, unit_;
    Better better_ = Better::down;
    std::size_t outlooks_, strategies_, replicates_;
    std::vector<double> values_; // [sample][outlook][strategy][replicate]
};

} // namespace caremarket
