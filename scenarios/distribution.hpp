#pragma once

#include "model/enum_array.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// How a factor of a sweep is spread over its values.
namespace caremarket
{

enum class DistributionKind : std::uint8_t
{
    uniform,     ///< alike between `low` and `high`
    log_uniform, ///< the logarithm is; `low` > 0
    normal,      ///< `mean` and `spread`, cut off at `low` and `high`
    triangular,  ///< from `low` over `mode` to `high`
    categorical  ///< each of `values` alike
};

template <>
struct NamesOf<DistributionKind>
{
    static constexpr std::array<std::string_view, 5> names{"uniform", "log-uniform", "normal", "triangular",
                                                           "categorical"};
};

/// \pre low < high; of a triangular one also low <= mode <= high; of a categorical one at least one value
struct Distribution
{
    DistributionKind kind = DistributionKind::uniform;
    double low = 0.0, high = 1.0;
    double mode = 0.5;                    ///< of a triangular one
    double mean = 0.5, spread = 1.0;      ///< of a normal one: of the distribution before it is cut off
    std::vector<std::string> values = {}; ///< of a categorical one, as they are set: "0.3", "wage-weighted"

    friend bool operator==(Distribution const&, Distribution const&) = default;
};

/// The value below which a share `u` of the distribution lies, as a text that `--set` takes. Bits do not depend on the
/// machine. \param u from 0 to 1, ends included
[[nodiscard]] std::string value_at(Distribution const& distribution, double u);

/// The same as a number. \pre not categorical
[[nodiscard]] double quantile_of(Distribution const& distribution, double u);

} // namespace caremarket
