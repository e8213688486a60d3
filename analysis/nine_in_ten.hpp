#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace caremarket
{

/// Linear between neighbours in order, as R and NumPy do it.
/// \param sorted not empty, from the least \param probability from 0 to 1
[[nodiscard]] double quantile(std::span<double const> sorted, double probability);

/// Between these lie nine in ten futures: the quantiles of 5 and 95 %, in the unit of the values they were taken of.
struct NineInTen
{
    double low = 0, high = 0;
};

inline constexpr std::size_t futures_for_nine_in_ten = 20; ///< fewer have no 5 % quantile to speak of

/// Nothing for fewer futures than that. \param values one for each future, none NaN
[[nodiscard]] std::optional<NineInTen> nine_in_ten(std::vector<double> values);

} // namespace caremarket
