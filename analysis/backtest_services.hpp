#pragma once

#include "analysis/results_file.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace caremarket
{

inline constexpr std::string_view care_homes = "care-homes"; ///< all services of a results file that are told in beds
inline constexpr std::string_view all_services = "all";      ///< all services of a results file
inline constexpr std::string_view unit_of_beds = "bed-week"; ///< by which they are found

/// The services of a results file, as published figures name them: one alone, care-homes or all.
class BacktestServices
{
public:
    explicit BacktestServices(ResultsFile const& file);

    /// Services that a name stands for, by their place in the file; nothing if the file has none of this name.
    [[nodiscard]] std::optional<std::vector<std::size_t>> called(std::string_view name) const;
    /// Unit of care that all these services share, "h" or "bed-week"; empty if they share none.
    [[nodiscard]] std::string unit_of(std::vector<std::size_t> const& services) const;

    [[nodiscard]] std::vector<std::string> const& names() const { return names_; }
    [[nodiscard]] std::vector<std::string> care_home_names() const;
    /// Names that this version of the program knows, though the file need not have them, with care-homes and all.
    [[nodiscard]] std::vector<std::string> known() const;

private:
    std::vector<std::string> names_, units_;
};

} // namespace caremarket
