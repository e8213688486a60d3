#include "runners/extent.hpp"

#include "runners/how_many.hpp"

#include <fmt/format.h>

namespace caremarket
{

std::string extent_in_words(Experiment const& experiment)
{
    return fmt::format("{} x {} x {}", how_many(experiment.outlooks.size(), "outlook"),
                       how_many(experiment.strategies.size(), "strategy"),
                       how_many(static_cast<std::size_t>(experiment.replicates), "replicate"));
}

std::string extent_in_words(Sweep const& sweep)
{
    return fmt::format("{} x {} = {}", how_many(sweep.rows.size(), "row"), extent_in_words(sweep.loaded.experiment),
                       how_many(run_count(sweep), "run"));
}

} // namespace caremarket
