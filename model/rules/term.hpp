#pragma once

namespace caremarket
{

/// Years of a contract that a bidder counts on: to its end, or to the day from which either side may leave.
/// \param break_after [years]; 0: nobody may leave before the end
/// Source: Cambridgeshire procurement strategy 2016, 3.2.3 (break clauses against certainty for providers).
[[nodiscard]] double years_counted_on(double years, double break_after);

/// A council that may keep a contract or let it anew keeps it, unless the new one would be cheaper by more than
/// letting it costs.
/// \param price           of the contract [GBP/unit]
/// \param price_of_new    that the council reckons with [GBP/unit]
/// \param cost_of_letting spread over the volume of the new term [GBP/unit]
[[nodiscard]] bool is_worth_keeping(double price, double price_of_new, double cost_of_letting);

/// Part of a guarantee that a provider is paid for on average over a term, as it expects it, when a review after each
/// year takes off a share of what is not used: all in the first year, then what is used and ever fewer voids.
///
///     fill + (1 − fill) × (1 − (1 − step_down)^years) / (step_down × years)        all of it without reviews
///
/// \param fill      share of the guarantee it expects to be used
/// \param step_down [share] of what is not used that a review takes off
/// Source: Calderdale integrated procurement 2020, 4b (guaranteed hours can be reviewed); Cambridgeshire procurement
/// strategy 2016, 3.2.3 (contract reviews).
[[nodiscard]] double share_kept(double fill, double step_down, double years);

} // namespace caremarket
