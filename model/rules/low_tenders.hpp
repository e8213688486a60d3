#pragma once

#include "model/kinds.hpp"
#include "model/rules/rows_in_order.hpp"

#include <array>
#include <cstdint>
#include <string_view>

/// Tenders that look abnormally low: which the council asks about, and which it rejects.
/// Source: Public Contracts Regulations 2015, regulation 69, in the course slides on procurement, "Abnormally low
/// tenders": the bidder is asked to explain; the bid is rejected if it is so low because it does not comply with
/// obligations such as the minimum wage.
namespace caremarket
{

/// What the council holds a bid against before it asks [GBP/unit].
struct LowTenderSigns
{
    double multiple = 1;             ///< of what it compares with, at which it begins to ask [1]
    double usual_statutory_cost = 0; ///< wages the law demands, at the usual hours and travel
    double others = 0;               ///< bids besides this one
    double sum_of_others = 0;        ///< of their prices
};

/// Below no price does anybody ask: 0.
[[nodiscard]] double nothing_is_too_low(LowTenderSigns const& signs);
/// Price below which the council asks: a multiple of what usual hours cost at the wage floor [GBP/unit].
[[nodiscard]] double line_by_statutory_cost(LowTenderSigns const& signs);
/// The same: a multiple of the mean of the other bids; 0 where there is none.
[[nodiscard]] double line_by_other_bids(LowTenderSigns const& signs);

/// Ways to tell which bids to ask about.
struct LowTenderRule
{
    std::string_view name;
    double (*line)(LowTenderSigns const&);
};
inline constexpr std::array<LowTenderRule, 3> low_tender_rules{
    {{"none", nothing_is_too_low}, {"statutory-wages", line_by_statutory_cost}, {"below-others", line_by_other_bids}}};

/// Files name a way by `NamesOf`, the model finds it by its place.
static_assert(stand_in_order<LowTenderTest>(low_tender_rules));

/// What the law demands for the care of a unit [GBP/unit]: paid hours at the wage floor, with National Insurance, holiday
/// and pension; nothing for the office, the building, supplies or a surplus.
/// \param hours    paid, with travel [h/unit]
/// \param on_costs [share of pay]
[[nodiscard]] double statutory_cost(double hours, double wage_floor, double on_costs);

/// What becomes of a bid.
enum class LowBid : std::uint8_t
{
    not_asked, ///< at or above the line
    explained, ///< its own hours and travel account for the price
    rejected   ///< it does not cover the wages that its own hours and travel demand
};
/// \param line          below which the council asks [GBP/unit]
/// \param own_statutory what the law demands at the bidder's own hours and travel, by its books [GBP/unit]
[[nodiscard]] LowBid judge_low_bid(double price, double line, double own_statutory);

} // namespace caremarket
