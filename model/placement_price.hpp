#pragma once

#include "model/market.hpp"

namespace caremarket
{

/// Volume of care: quarters of a unit per week, times days, as units.
[[nodiscard]] inline double delivered_units(std::int64_t quarter_days)
{
    return static_cast<double>(quarter_days) / (quarters_in_a_unit * 7.0);
}

struct PlacementPrice
{
    Pence price = 0;   ///< what the provider is due, by whoever is billed
    Pence charge = 0;  ///< the client's contribution to it, council people; never above the price
    Pence top_up = 0;  ///< due to the provider besides, from a family or a person with a direct payment
    Pence nursing = 0; ///< due to the provider besides, from the NHS
    friend bool operator==(PlacementPrice const&, PlacementPrice const&) = default;
};

/// What a person's care of some days costs at the placement's price, or at its contract's.
/// \pre the person is in care
[[nodiscard]] PlacementPrice price_of_days(Market const& market, People const& people, PersonSlot p, std::int32_t days);

/// Who is billed for a person's care.
[[nodiscard]] Bill bill_of(Market const& market, People const& people, PersonSlot p);

/// A person's whole week of seven days, as it is to be counted until it changes.
/// \pre the person is in care
[[nodiscard]] StandingWeek standing_week(Market const& market, People const& people, PersonSlot p);

} // namespace caremarket
