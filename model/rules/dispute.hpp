#pragma once

#include <cstddef>

namespace caremarket
{

/// Chance that members of an alliance fall out: each pair of them does at a rate, independently.
/// \param members  of the alliance
/// \param rate     of a pair [1/year]
/// \param years    looked at
[[nodiscard]] double chance_of_dispute(std::size_t members, double rate, double years);

} // namespace caremarket
