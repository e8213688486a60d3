#pragma once

#include "analysis/results_file.hpp"
#include "analysis/sensitivity.hpp"

#include <optional>
#include <string>
#include <vector>

namespace caremarket
{

/// What is asked of a sweep's results file.
struct SweepQuestion
{
    std::optional<std::string> baseline = {}; ///< nothing: the one that the file names
    std::vector<std::string> strategies = {}; ///< empty: all but the baseline
    std::vector<std::string> outlooks = {};   ///< empty: all
    std::optional<std::string> metric = {}; ///< nothing: what care costs the council, officers and own capital included
};

/// For every strategy and outlook what its difference from the baseline hangs on, in the file's order, and with the first
/// outlook of each strategy how robust the order of the two is. Of a metric it is the difference of its average year, of
/// the cost that over the run. A file with the baseline alone is asked for the baseline's own outcome.
/// Indices by variance are there of a Saltelli design, elementary effects of one of Morris, main effects of any.
/// \throws std::invalid_argument when a strategy, outlook or metric is not in the file; names the nearest that is
/// \throws ResultsFileError
[[nodiscard]] std::vector<Sensitivity> sweep_answers(ResultsFile const& file, SweepQuestion const& question);

} // namespace caremarket
