#pragma once

#include "model/kinds.hpp"
#include "model/rules/rows_in_order.hpp"

#include <array>
#include <string_view>

namespace caremarket
{

/// Marks of a bid, each from 0 to 1.
struct Marks
{
    double price = 0;
    double quality = 0;
    double social = 0;
};

/// What marks count for [share]; price takes what the others leave.
struct MarkWeights
{
    double quality = 0;
    double social = 0;
};

/// Score of a bid [1]; the highest wins. With no weight on anything else the lowest price wins.
[[nodiscard]] double score_of_bid(Marks const& marks, MarkWeights const& weights);

/// Marks for price [1]: in proportion to the lowest. Prices as they are bid, or whatever is compared in their place.
[[nodiscard]] double marks_for_price(double price, double lowest_price);

/// What is compared as the price of a bid [GBP/unit], of the price bid and the share of its volume that the council
/// expects to use, in (0, 1].
[[nodiscard]] double price_as_bid(double price, double expected_use);
/// The same: all that a unit which is used will cost, its part of the empty ones paid for included. How prices move over
/// the term is left out: all bidders are under one clause, and marks go by proportion.
[[nodiscard]] double price_over_the_term(double price, double expected_use);

/// Ways to compare prices.
struct EvaluatedCostRule
{
    std::string_view name;
    double (*compared)(double price, double expected_use);
};
inline constexpr std::array<EvaluatedCostRule, 2> evaluated_costs{
    {{"bid", price_as_bid}, {"whole-life", price_over_the_term}}};

/// Files name a way by `NamesOf`, the model finds it by its place.
static_assert(stand_in_order<EvaluatedCost>(evaluated_costs));

/// Marks for quality seen [1]: 0.5 for the usual, from 0 to 1.
/// \param quality_seen [sd]
[[nodiscard]] double marks_for_quality(double quality_seen);

/// What a bidder is to the area in which the contract is.
struct SocialRecord
{
    bool is_owned_nearby = false; ///< a charity, or a firm in no group: what it earns stays
    bool stands_here = false;     ///< in the locality of the contract
    double pay = 0;               ///< above the wage floor [share]
    double usual_pay = 0;         ///< mean of the bidders', above the wage floor [share]
};

/// Marks for social value [1]: a third each for who owns it, where it stands, and pay above the floor, 0.5 of that third
/// for the usual.
///
/// A thin reading of social value: what the market knows of a bidder, and no promise of more.
/// Source: Walsall contracting strategy 2016, appendix 1, objective 4: local labour, pay, third sector, small firms;
/// equal parts are an assumption.
[[nodiscard]] double social_marks(SocialRecord const& record);

} // namespace caremarket
