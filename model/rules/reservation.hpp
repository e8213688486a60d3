#pragma once

namespace caremarket
{

/// Lowest price at which a provider takes a council-supported person into a free place [GBP/unit].
///
/// Variable cost plus what is given up by filling the place: the chance that a self-funder would have come within
/// the time the provider is ready to hold it, times the margin that person would bring. Falls to variable cost when
/// the chance is 0.
///
/// \param variable_cost        [GBP/unit]
/// \param self_funder_price    [GBP/unit]
/// \param chance_of_self_funder in [0, 1]
/// Source: CMA, care homes market study (2017): homes prefer self-funders where they can have them.
[[nodiscard]] double reservation_price(double variable_cost, double self_funder_price, double chance_of_self_funder);

/// Chance that a self-funder comes for one of the free places within the time.
/// \param starts self-funded volume that begins with the provider [units/week]
/// \param free   free volume [units]
/// \param weeks  time the provider would hold a place
[[nodiscard]] double chance_of_self_funder(double starts, double free, double weeks);

/// Price a provider wants from self-funders [GBP/unit].
///
/// A place given to a self-funder is a place the provider cannot sell otherwise, so the mark-up that its own residual
/// demand bears, e / (e - 1), is on what the place would bring it else: variable cost when it would stand empty, the
/// price of others when it would not. And no less than what breaks even given what the others pay (Hancock and Hviid's
/// condition: the lower the council's price or the larger its share, the higher the private price needed).
///
/// \param worth_otherwise what the place would bring if left to others [GBP/unit], at least variable cost
/// \param elasticity  of the provider's own self-funder demand, without sign, above 1
/// \param weekly_need cost and wanted surplus that all payers together must cover [GBP/week]
/// \param others_pay  what council and other buyers pay [GBP/week]
/// \param self_funded volume self-funders take [units/week]; 0: the mark-up alone
/// Source: Mukamel and Spector (2002) for the elasticity; Hancock and Hviid (2010) for the condition.
[[nodiscard]] double self_funder_price(double worth_otherwise, double elasticity, double weekly_need, double others_pay,
                                       double self_funded);

} // namespace caremarket
