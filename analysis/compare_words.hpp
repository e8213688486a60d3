#pragma once

#include "analysis/compare.hpp"

#include <string>
#include <string_view>
#include <vector>

/// A comparison in plain English, for somebody who votes on it.
namespace caremarket
{

/// The five lines that come before any table.
struct Headlines
{
    std::string saving, target, waits, stability, care;
};
[[nodiscard]] Headlines headlines(Comparison const& comparison, StrategyComparison const& item);

/// One paragraph per strategy: whether what it saves holds under all outlooks, and what gets worse.
[[nodiscard]] std::vector<std::string> overall(Comparison const& comparison);

/// Why to be careful with the answer: few replicates, runs left out. Empty when there is nothing to say.
[[nodiscard]] std::vector<std::string> cautions(StrategyComparison const& item);

/// The single lines, each a few sentences.
[[nodiscard]] std::string saving_line(Comparison const& comparison, StrategyComparison const& item);
[[nodiscard]] std::string target_line(Comparison const& comparison, StrategyComparison const& item);
/// Amounts that the lines of waits and of stability give are not said again.
[[nodiscard]] std::string care_line(StrategyComparison const& item);
/// Of waits or of stability: every metric with its difference.
[[nodiscard]] std::string metrics_line(std::vector<MetricDifference> const& metrics);

/// "Worse for people: delayed days, weeks waited." or that nothing is.
[[nodiscard]] std::string worse_for_people(StrategyComparison const& item);

/// "person weeks waiting" for person_weeks_waiting, "homecare waiting units" for waiting_units of homecare.
[[nodiscard]] std::string spoken_name(MetricDifference const& metric);
/// "about 60 replicates would settle it" of a difference that is noise.
[[nodiscard]] std::string settling(PairedDifference const& difference);
/// "a, b and c"
[[nodiscard]] std::string listed(std::vector<std::string> const& words);

} // namespace caremarket
