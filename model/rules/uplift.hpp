#pragma once

#include "model/kinds.hpp"

namespace caremarket
{

/// The terms of an uplift clause on a date.
struct UpliftClause
{
    UpliftRule rule = UpliftRule::none;
    double fixed = 0;        ///< [share/year]
    double pass_through = 1; ///< [share]
    double wage_share = 0;   ///< [share]
    friend bool operator==(UpliftClause const&, UpliftClause const&) = default;
};

/// Yearly change of a price under the clause [share].
/// \param wage_floor_growth rise of the statutory wage on the date [share]
/// \param inflation         rise of consumer prices [share]
[[nodiscard]] double uplift(UpliftClause const& clause, double wage_floor_growth, double inflation);

/// Growth of a provider's own unit cost as it would reckon it: wages by the floor, the rest by consumer prices.
[[nodiscard]] double cost_growth(double wage_share, double wage_floor_growth, double inflation);

} // namespace caremarket
