#pragma once

#include "analysis/results_file.hpp"

#include <nlohmann/json_fwd.hpp>

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What finance checks first: the year from gross to net, the book of each service, why one year differs from the one
/// before, and which part of a saving is cash.
namespace caremarket
{

struct FinanceQuestion
{
    std::optional<std::string> strategy; ///< nothing: the baseline
    std::optional<std::string> outlook;  ///< nothing: the file's first
};

/// Mean over the futures in which there is something to measure, and between which nine in ten of these lie. NaN: in
/// none of them (not in the file, nothing to divide by); for `low` and `high` also fewer futures than a range needs.
struct Spread
{
    double mean = std::numeric_limits<double>::quiet_NaN();
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();
    std::size_t futures = 0;
};

/// One line of a statement, year by year.
struct FinanceLine
{
    std::string name;
    std::string unit; ///< "GBP", "people", "GBP/h or GBP/bed-week" …
    std::vector<Spread> years;
    std::string meaning = {};
};

struct FinanceSection
{
    std::string title;
    std::string service; ///< empty: all services together
    std::vector<FinanceLine> lines;
};

struct Finance
{
    std::string title, outlook, strategy, baseline;
    int first_year = 0;
    std::size_t years = 0, replicates = 0; ///< that ran to their end
    bool is_by_month = true;               ///< what is averaged over a year takes values by month
    std::vector<FinanceSection> sections;
};

/// \throws std::invalid_argument when strategy or outlook is not in the file; names the nearest that is
/// \throws ResultsFileError
[[nodiscard]] Finance finance(ResultsFile const& file, FinanceQuestion const& question);

/// For people: at most 110 columns wide, no colour.
[[nodiscard]] std::string finance_text(Finance const& finance);

inline constexpr std::string_view finance_schema = "caremarket.finance/1";
/// For programs; described in README.md. What is unknown is null.
[[nodiscard]] nlohmann::ordered_json finance_json(Finance const& finance);

} // namespace caremarket
