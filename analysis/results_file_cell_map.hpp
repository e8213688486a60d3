#pragma once

#include "analysis/results_file.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace caremarket
{

/// Which cell of a series each stored cell of a period is added to.
class CellMap
{
public:
    /// \throws std::invalid_argument when `asked` picks from an axis the metric lacks, or beyond its end
    CellMap(StoredMetric const& metric, ResultsAxes const& axes, Cells const& asked);

    [[nodiscard]] std::size_t stored_cells() const { return targets_.size(); }

    /// Adds the stored cells of one period to the cells of the series. What is missing makes the sum missing.
    template <class Stored, class T>
    void add(std::span<Stored const> stored, std::span<T> series) const
    {
        for (std::size_t cell = 0; cell < targets_.size(); ++cell)
            if (targets_[cell] != left_out)
                add_value(series[targets_[cell]], stored[cell]);
    }

    /// Series of zeros with the axes that are left.
    template <class T>
    [[nodiscard]] SeriesOf<T> empty_series(ResultsAxes const& axes, RecordPeriod length) const
    {
        SeriesOf<T> series{.outlooks = axes.outlooks.size(),
                           .strategies = axes.strategies.size(),
                           .replicates = axes.replicates,
                           .periods = axes.periods(length),
                           .services = services_,
                           .channels = channels_,
                           .localities = localities_,
                           .values = {}};
        series.values.resize(series.outlooks * series.strategies * series.replicates * series.periods * series.cells());
        return series;
    }

private:
    static constexpr std::size_t left_out = static_cast<std::size_t>(-1);

    static void add_value(double& sum, float value) { sum += static_cast<double>(value); } // NaN stays NaN
    static void add_value(std::int64_t& sum, std::int64_t value)
    {
        sum = sum == missing_pence || value == missing_pence ? missing_pence : sum + value;
    }

    std::size_t services_, channels_, localities_; ///< lengths that are left
    std::vector<std::size_t> targets_;             ///< by stored cell
};

} // namespace caremarket
