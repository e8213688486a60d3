#pragma once

#include "analysis/compare_services.hpp"
#include "analysis/results_file.hpp"
#include "analysis/savings.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace caremarket
{

/// What care costs the council, tenders, officers and own capital included, in every run: read once, for all comparisons.
class CouncilCost
{
public:
    explicit CouncilCost(ResultsFile const& file);

    /// Two strategies in the same futures.
    struct Pair
    {
        std::size_t outlook, baseline, strategy;
        std::span<std::size_t const> replicates;
    };
    /// Cost under the baseline less that under the strategy.
    [[nodiscard]] SavedPence saved(Pair const& pair, WhichService service = {}) const;
    /// The same over the run for each service that costs anything; empty when the file does not keep cost by service.
    [[nodiscard]] std::vector<SavingOfService> saved_by_service(Pair const& pair) const;

private:
    struct Year
    {
        std::size_t outlook, strategy, replicate, year;
    };
    [[nodiscard]] std::int64_t cost(Year const& at, WhichService service) const; ///< [pence]
    [[nodiscard]] bool costs_nothing(Pair const& pair, std::size_t service) const;

    int first_year_;
    std::size_t years_;
    std::vector<std::string> services_;
    std::vector<PenceSeries> by_service_;   ///< where the file keeps them so, else in one piece
    std::vector<PenceSeries> of_the_whole_; ///< of all services together, where the file has them
};

} // namespace caremarket
