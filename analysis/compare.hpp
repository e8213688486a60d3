#pragma once

#include "analysis/compare_metric.hpp"
#include "analysis/results_file.hpp"
#include "analysis/savings.hpp"

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Every strategy against the baseline, under every outlook: what it saves, the chance of the savings target, and what
/// it does to people and providers.
namespace caremarket
{

struct ComparisonQuestion
{
    std::optional<std::string> baseline = {}; ///< nothing: the one that the file names
    std::vector<std::string> metrics = {};    ///< for the table; empty: `usual_metrics`
    std::vector<std::string> outlooks = {};   ///< only these; empty: all
    std::vector<std::string> strategies = {}; ///< only these, against the baseline; empty: all others
};

/// How many replicates could be paired: those that ran to their end under both strategies.
struct Pairing
{
    std::size_t used = 0;
    std::size_t failed = 0;  ///< left out: failed under one or both
    std::size_t missing = 0; ///< left out: never run under one or both, and failed under none
};

/// One strategy against the baseline under one outlook.
struct StrategyComparison
{
    std::string outlook, strategy;
    Pairing pairs;
    Savings savings;
    std::vector<MetricDifference> metrics; ///< those asked for, in that order
    /// Always there, whatever was asked for, if the file has them. Care holds every metric that says how people fare.
    std::vector<MetricDifference> waits, stability, care;

    /// Care metrics that are worse beyond noise: to be named beside every saving. Of a single future, where there is
    /// nothing to judge noise by, those that were worse in it.
    [[nodiscard]] std::vector<MetricDifference const*> worse_care() const;
};

struct Comparison
{
    std::string title, experiment, baseline;
    std::vector<std::string> outlooks; ///< those asked for
    std::size_t replicates = 0;        ///< of each strategy under each outlook, planned
    int first_year = 0, years = 0;
    SavingsTarget target;
    std::vector<std::string> cautions = {}; ///< about all of it, for whoever compares to add: sentences
    std::vector<StrategyComparison> items;  ///< by outlook, then by strategy, both in the file's order
};

/// Pairs below which an answer comes with a warning.
inline constexpr std::size_t enough_pairs = 10;

/// Metrics of the table when none are asked for: all derived ones, and the recorded ones that mean something alone.
[[nodiscard]] std::vector<std::string> usual_metrics(MetricCatalogue const& catalogue);

/// \throws std::invalid_argument when the baseline, an outlook, a strategy or a metric is not in the file, with the
/// nearest that is; and when the baseline is all there is to compare it with
/// \throws ResultsFileError
[[nodiscard]] Comparison compare(ResultsFile const& file, ComparisonQuestion const& question);

/// For people: five lines in words for each strategy and outlook, then savings by year, then the table of metrics.
/// At most 110 columns wide, no colour, ends with a new line.
[[nodiscard]] std::string comparison_text(Comparison const& comparison);

inline constexpr std::string_view comparison_schema = "caremarket.compare/1";

/// For programs; described in README.md. What is unknown is null.
[[nodiscard]] nlohmann::ordered_json comparison_json(Comparison const& comparison);

} // namespace caremarket
