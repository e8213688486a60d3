#pragma once

#include "analysis/compare_services.hpp"
#include "analysis/paired.hpp"
#include "analysis/results_file.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// One metric of two strategies, over the whole run: of one service, or of all together.
namespace caremarket
{

/// What one number stands for when a metric is taken over the whole run.
enum class WholeRun : std::uint8_t
{
    a_year,    ///< a flow: its total, divided by the years
    months,    ///< a stock: the average of its values at the ends of months, if the file has them
    quarters,  ///< the same of quarters
    year_ends, ///< the same of financial years, if the file has nothing finer
    ratio      ///< its parts taken as above, then divided
};
template <>
struct NamesOf<WholeRun>
{
    static constexpr std::array<std::string_view, 5> names{"a year", "average of months", "average of quarters",
                                                           "average of year ends", "ratio"};
};

/// A word for a difference.
enum class Verdict : std::uint8_t
{
    better,
    worse,
    higher,  ///< beyond noise, but neither good nor bad in itself
    lower,   ///< as higher
    noise,   ///< the 95 % interval holds 0
    same,    ///< equal in every pair
    unjudged ///< fewer than two pairs
};
template <>
struct NamesOf<Verdict>
{
    static constexpr std::array<std::string_view, 7> names{"better", "worse", "higher",  "lower",
                                                           "noise",  "same",  "unjudged"};
};

struct MetricDifference
{
    std::string name;
    std::string service; ///< empty: all together
    std::string unit;
    WholeRun over = WholeRun::a_year;
    Better better = Better::neither;
    bool is_care = false;
    double baseline = 0, strategy = 0; ///< means over the pairs that are in the difference; NaN if there are none
    double level_error = 0;            ///< half the 95 % interval of the less certain of the two; NaN below two pairs
    PairedDifference difference;       ///< strategy - baseline; left_out counts pairs with nothing to divide by

    [[nodiscard]] bool is_money() const { return unit == "GBP"; }
    [[nodiscard]] bool is_of(MetricDifference const& other) const; ///< the same metric of the same service
    [[nodiscard]] Verdict verdict() const;
    /// Whether the mean goes the bad way, noise or not.
    [[nodiscard]] bool leans_worse() const;
    /// Difference as a share of the baseline; nothing when that is 0.
    [[nodiscard]] std::optional<double> relative() const;
};

/// One number per run of a metric over the whole run: value = raw / divisor. Differences are taken of raw numbers,
/// which are whole pence where the metric is money, so that equal money gives a difference of exactly 0.
class WholeRunValues
{
public:
    WholeRunValues(ResultsFile const& file, StoredMetric const& metric, WhichService service = {});

    /// Compares two strategies in these replicates.
    [[nodiscard]] MetricDifference difference(std::size_t outlook, std::size_t baseline, std::size_t strategy,
                                              std::span<std::size_t const> replicates) const;
    /// Whether there is any value but 0.
    [[nodiscard]] bool has_any(std::size_t outlook, std::size_t strategy,
                               std::span<std::size_t const> replicates) const;

private:
    [[nodiscard]] std::vector<double> raw(std::size_t outlook, std::size_t strategy,
                                          std::span<std::size_t const> replicates) const;

    StoredMetric metric_;
    std::string service_, unit_;
    WholeRun over_;
    double divisor_ = 1;
    std::size_t strategies_, replicates_;
    std::vector<double> raw_; ///< [outlook][strategy][replicate]
};

} // namespace caremarket
