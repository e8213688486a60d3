#include "analysis/nine_in_ten.hpp"

#include <algorithm>

namespace caremarket
{

double quantile(std::span<double const> sorted, double probability)
{
    double const place = probability * static_cast<double>(sorted.size() - 1);
    auto const below = static_cast<std::size_t>(place);
    std::size_t const above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

std::optional<NineInTen> nine_in_ten(std::vector<double> values)
{
    if (values.size() < futures_for_nine_in_ten)
        return std::nullopt;
    std::ranges::sort(values);
    return NineInTen{.low = quantile(values, 0.05), .high = quantile(values, 0.95)};
}

} // namespace caremarket
