#include "scenarios/sweep_row.hpp"

#include <fmt/format.h>

namespace caremarket
{

namespace
{

bool goes_by_its_list(DesignKind kind)
{
    return kind == DesignKind::list || kind == DesignKind::csv;
}

} // namespace

std::vector<GivenValue> values_of_row(Sweep const& sweep, std::size_t row)
{
    std::vector<GivenValue> values;
    values.reserve(sweep.design.factors.size());
    for (std::size_t f = 0; f < sweep.design.factors.size(); ++f)
    {
        auto const& factor = sweep.design.factors[f];
        auto const at = goes_by_its_list(sweep.design.kind) ? factor.values_at[row] : factor.at;
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
