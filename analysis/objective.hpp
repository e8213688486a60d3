#pragma once

#include "analysis/results_file.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// What is to be as low as can be: what care costs, and a stated worth of what goes wrong besides.
namespace caremarket
{

/// An amount that has no price of its own, such as an hour of unmet need, and what a unit of it is taken to be worth.
struct Worth
{
    std::string metric; ///< a flow; "homecare.waiting_units" of one service
    std::vector<double> pounds =
        {}; ///< [GBP/unit]; several: the question is answered for the first of each, the second, …
};

struct ObjectiveQuestion
{
    std::optional<std::string> spend = {}; ///< a metric of money; nothing: what care costs the council
    std::vector<Worth> worths = {};        ///< each as many pounds as the others, or one that holds throughout
};

/// An amount with one of its worths.
struct WorthInOne
{
    std::string metric, unit;
    double pounds = 0; ///< [GBP/unit]
};

/// The objective of every run of a sweep, over all its years, undiscounted [GBP].
class Objective
{
public:
    /// \throws std::invalid_argument when a metric is not in the file, or cannot be added up as it is asked for
    Objective(ResultsFile const& file, ObjectiveQuestion const& question);

    [[nodiscard]] std::string const& spend() const { return spend_; }
    /// How many times the question is asked: each time with other worths.
    [[nodiscard]] std::size_t times() const { return times_; }
    [[nodiscard]] std::vector<WorthInOne> worths(std::size_t time) const;
    /// By replicate; NaN where a run failed or is missing.
    [[nodiscard]] std::vector<double> of(std::size_t time, std::size_t sample, std::size_t outlook,
                                         std::size_t strategy) const;

private:
    struct Amount
    {
        Worth worth;
        std::string unit;
        std::vector<double> of_runs;
        [[nodiscard]] double pounds(std::size_t time) const
        {
            return worth.pounds.size() == 1 ? worth.pounds.front() : worth.pounds[time];
        }
    };
    [[nodiscard]] static Amount amount(ResultsFile const& file, Worth const& worth);
    void take_spend(ResultsFile const& file, std::optional<std::string> const& metric);

    std::string spend_;
    std::size_t outlooks_, strategies_, replicates_;
    std::size_t times_ = 1;
    std::vector<double> spend_of_runs_; // [sample][outlook][strategy][replicate]
    std::vector<Amount> amounts_;
};

} // namespace caremarket
