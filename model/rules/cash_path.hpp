#pragma once

namespace caremarket
{

/// Chance that a firm's cash falls below zero within a time, when it drifts and wanders as a Brownian path:
/// the first-passage probability of Bachelier and Lévy.
///
/// \param cash       what it has before lenders end it [GBP]; at 0 or below the chance is 1
/// \param drift      expected change of cash [GBP/week]
/// \param variance   variance rate of cash [GBP²/week]; with 0 only the drift decides
/// \param weeks      time looked ahead [weeks]
[[nodiscard]] double chance_of_running_out(double cash, double drift, double variance, double weeks);

/// Variance rate of cash of a firm whose weekly income depends on how many people it has.
///
/// People come and go independently, so their number is Poisson with a memory of one mean stay; the sum over a long
/// time of such a flow has variance rate 2 s² τ (integrated Ornstein-Uhlenbeck process), with s the standard
/// deviation of weekly margin and τ the mean stay.
///
/// \param contribution margin that a unit brings before fixed cost [GBP/unit]
/// \param units        volume that is not guaranteed [units/week]
/// \param person       units of one person [units/week]
/// \param stay         mean length of care [weeks]
/// \returns [GBP²/week]
[[nodiscard]] double cash_variance(double contribution, double units, double person, double stay);

} // namespace caremarket
