#pragma once

#include <cstdint>

namespace caremarket
{

/// Positions in the columns of `Market`. They are storage: slots are reused, and no result depends on them.
/// What an entity *is* stands in its EntityKey.
using LocalityId = std::uint16_t;
using CommissionerId = std::uint16_t;
using ProviderId = std::int32_t;
using ContractId = std::int32_t;
using PersonSlot = std::uint32_t;
using GroupId = std::int32_t;

inline constexpr ProviderId no_provider = -1;
inline constexpr ContractId no_contract = -1;
inline constexpr GroupId no_group = -1;

/// Volume in quarters of a unit: quarter-hours a week, or quarters of a bed. Whole numbers, so that sums do not
/// depend on order.
using Quarters = std::int32_t;
inline constexpr Quarters quarters_in_a_unit = 4;
inline constexpr double days_in_a_week = 7.0;

[[nodiscard]] constexpr double units(Quarters quarters)
{
    return static_cast<double>(quarters) / quarters_in_a_unit;
}

/// How far below a contract's price a placement under it is paid, in millionths of that price: whole numbers, for the
/// same reason.
using Undercut = std::int32_t;
inline constexpr double whole_price = 1e6;

} // namespace caremarket
