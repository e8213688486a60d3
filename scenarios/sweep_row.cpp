#include "scenarios/sweep_row.hpp"

#include <fmt/format.h>

namespace caremarket
{

namespace
{

/// Where the value of a factor in a row stands: its own place in a list or table, else that of its factor.
Position place_of(Design const& design, std::size_t factor, std::size_t row)
{
    auto const& written = design.factors[factor];
    if (factor >= design.factors.size() - design.crossed)
        return written.values_at[row % times_crossed(design)];
    if (design.kind == DesignKind::list || design.kind == DesignKind::csv)
        return written.values_at[row / times_crossed(design)];
    return written.at;
}

} // namespace

std::vector<GivenValue> values_of_row(Sweep const& sweep, std::size_t row)
{
    std::vector<GivenValue> values;
    values.reserve(sweep.design.factors.size());
    for (std::size_t f = 0; f < sweep.design.factors.size(); ++f)
    {
        auto const& factor = sweep.design.factors[f];
        auto const at = place_of(sweep.design, f, row);
        values.push_back({factor.path,
                          sweep.rows[row][f],
                          {.what = Origin::What::file,
                           .file = factor.file,
                           .line = at.line,
                           .column = at.column,
                           .note = fmt::format("row {} of the design", row + 1)}});
    }
    return values;
}

LoadedExperiment loaded_sample(Sweep const& sweep, std::size_t sample)
{
    return *with_values(sweep.loaded, values_of_row(sweep, sample)).value;
}

std::size_t run_count(Sweep const& sweep)
{
    auto const& experiment = sweep.loaded.experiment;
    return sweep.rows.size() * experiment.outlooks.size() * experiment.strategies.size() *
           static_cast<std::size_t>(experiment.replicates);
}

} // namespace caremarket
