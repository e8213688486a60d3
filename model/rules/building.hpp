#pragma once

namespace caremarket
{

/// What beds built for a contract are worth when it is over [GBP]: what building them cost, if they would earn the hurdle
/// without it, else in proportion; no less than what closing brings, and no more than building as many anew.
/// \param outlay         what building them costs [GBP]
/// \param return_without expected of them without the contract [share/year of the outlay]
/// \param hurdle         return at which somebody would have built them anyway [share/year]
/// \param closing        what closing them would bring [GBP]
[[nodiscard]] double worth_after_contract(double outlay, double return_without, double hurdle, double closing);

/// What has to be earned each year, always the same, to pay for an outlay of which something is left at the end, and for
/// the capital in it meanwhile [GBP/year]. Below nothing where more is left than was laid out.
/// \param interest [share/year]
/// \pre years > 0
[[nodiscard]] double level_payment(double outlay, double left, double years, double interest);

} // namespace caremarket
