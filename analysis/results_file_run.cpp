#include "analysis/results_file_run.hpp"

#include <span>

namespace caremarket
{

namespace
{

/// Adds what a fine period holds to the coarse cells. Locality is the last axis, so `localities_in_one` neighbours
/// make one coarse cell.
template <class T>
void add_period(std::span<T const> fine, std::span<T> coarse, std::size_t localities_in_one)
{
    for (std::size_t cell = 0; cell < fine.size(); ++cell)
        coarse[cell / localities_in_one] += fine[cell];
}

/// Series [period][cell] of one metric, coarsened.
template <class T>
std::vector<T> coarsened(std::vector<T> const& fine, RecordedMetric const& metric, RecordShape from, RecordShape to)
{
    std::size_t const fine_cells = from.cells(metric.dimensions), coarse_cells = to.cells(metric.dimensions);
    std::size_t const periods_in_one = from.periods / to.periods;
    std::vector<T> coarse(to.periods * coarse_cells, T{});
    for (std::size_t p = 0; p < from.periods; ++p)
    {
        bool const is_last = p % periods_in_one == periods_in_one - 1;
        if (metric.over == Over::sum || is_last)
            add_period(std::span<T const>(fine).subspan(p * fine_cells, fine_cells),
                       std::span<T>(coarse).subspan(p / periods_in_one * coarse_cells, coarse_cells),
                       fine_cells / coarse_cells);
    }
    return coarse;
}

} // namespace

bool can_coarsen(RecordShape fine, RecordShape target)
{
    bool const periods_fit = target.periods > 0 && fine.periods >= target.periods && fine.periods % target.periods == 0;
    return periods_fit && (target.localities == fine.localities || target.localities == 1);
}

Record coarsened(Record const& fine, RecordShape target)
{
    if (fine.shape() == target)
        return fine;
    Record coarse(target);
    for (RecordedMetric const& m : recorded_metrics())
    {
        std::size_t const cells = target.cells(m.dimensions);
        if (m.is_money())
        {
            std::vector<std::int64_t> const values = coarsened(fine.pence(m.id), m, fine.shape(), target);
            for (std::size_t i = 0; i < values.size(); ++i)
                coarse.add_pence(m.id, i / cells, i % cells, values[i]);
        }
        else
        {
            std::vector<double> const values = coarsened(fine.series(m.id), m, fine.shape(), target);
            for (std::size_t i = 0; i < values.size(); ++i)
                coarse.set(m.id, i / cells, i % cells, values[i]);
        }
    }
    return coarse;
}

} // namespace caremarket
