#pragma once

#include <cstdint>

namespace caremarket
{

/// How far a council is assured that a provider can do what it proposes.
enum class Assurance : std::uint8_t
{
    assured,
    partly_assured, ///< parts need revision
    not_assured     ///< the council turns to the open market
};

/// \param seen    of the provider's quality [sd]
/// \param asked   that assures the council [sd]
/// \param partial below that, still assured in part [sd]
/// Source: Suffolk community services procurement 2016, 12, 13, 15: two gateways, three grades, and the right to open the
/// procurement to the market
[[nodiscard]] Assurance assurance_of(double seen, double asked, double partial);

} // namespace caremarket
