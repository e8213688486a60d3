#pragma once

#include "model/rules/outcome_payment.hpp"

#include <cstdint>

namespace caremarket
{

/// What a firm is asked to price.
struct OfferedTerms
{
    double used = 0;             ///< volume expected to be used [units/week]
    double paid = 0;             ///< volume expected to be paid for: used, or guaranteed if more [units/week]
    double firm_units = 0;       ///< all the firm expects to deliver under these terms [units/week]
    double risky = 0;            ///< part of it that nobody guarantees [units/week]
    double years = 1;            ///< for how long the price is struck
    double cost_growth_left = 0; ///< growth of unit cost that the uplift rule leaves to the firm [share/year]
    OutcomeClause outcome = {};  ///< part of the price that is paid for outcomes only
    double outcome_chance = 1;   ///< of being paid it
};

/// What a firm knows of itself.
struct FirmAccounts
{
    double variable_cost = 0;    ///< [GBP/unit]
    double fixed_cost = 0;       ///< [GBP/week]
    double cash = 0;             ///< before lenders end it [GBP]
    double loss_on_failure = 0;  ///< [GBP]
    double required_surplus = 0; ///< [share of cost] asked for at no risk
    double risk_aversion = 0;    ///< weight of the expected loss on failure
    double person = 1;           ///< units of a usual person [units/week]
    double stay = 1;             ///< mean length of care [weeks]
};

/// A price and the part of it that pays for risk [GBP/unit paid for].
struct CostPrice
{
    double price = 0;
    double risk_charge = 0;
};

/// Lowest price at which the firm would rather take the terms than not, looking at its own cost.
///
/// Variable cost of what is used, a share of fixed cost by volume, the surplus asked for, the part of cost growth
/// that the uplift rule leaves uncovered on average over the term, and what the chance of running out of cash under
/// these terms costs. Risk is charged here and nowhere else: terms that guarantee volume make the cash path
/// steadier, and so cheaper, by themselves.
///
/// \pre terms.paid > 0, terms.firm_units > 0
[[nodiscard]] CostPrice price_to_cover_cost(OfferedTerms const& terms, FirmAccounts const& firm);

/// What a unit of capacity promised to the council must bring at least [GBP/unit paid for]: what it would earn
/// if it were left open to others. What others' prices pay for risk is no gain: it is the price of bearing it.
///
/// \param variable_cost    [GBP/unit]
/// \param price_elsewhere  what others pay the firm, less the charge for risk in it [GBP/unit]
/// \param occupancy        share of open capacity it expects to fill
/// \param fill             share of the promised volume it expects to be used
[[nodiscard]] double earned_elsewhere(double variable_cost, double price_elsewhere, double occupancy, double fill);

/// First-price offer of a firm that believes rivals' costs spread evenly up to `dearest_rival` [GBP/unit]:
/// cost + (dearest - cost) / rivals. Textbook value for `competitors` bidders, itself included; alone it asks
/// for the dearest rival's cost.
/// \pre competitors >= 1
[[nodiscard]] double shaded_offer(double own_cost, double dearest_rival, std::int32_t competitors);

/// What a bidder makes of its offer when it is told the lowest [GBP/unit]: nobody is dearer than that one, so it asks
/// for less above its own cost, if that is below it.
/// \param asked before
/// \param told  lowest offer of all, its own perhaps
[[nodiscard]] double bettered_offer(double asked, double own_cost, double told, std::int32_t competitors);

/// What a bidder has heard of a lot it lost.
struct ToldPrice
{
    double price = 0;     ///< that won [GBP/unit]; 0: it has heard nothing
    double weeks_ago = 0; ///< since it was told
};

/// Cost of the dearest rival as a bidder believes it, when it has been told a price that won [GBP/unit]: rivals can
/// supply for that price, so they are no dearer, and none is of account that is cheaper than itself. What it was told
/// fades with time.
/// \param dearest believed without having been told [GBP/unit]
/// \param memory  [weeks] over which firms average what they see of the market
[[nodiscard]] double dearest_after_feedback(double dearest, double own_cost, ToldPrice const& told, double memory);

} // namespace caremarket
