#pragma once

#include <cstdint>

namespace caremarket
{

/// Years of a contract that a bidder counts on: to its end, or to the day from which either side may leave.
/// \param break_after [years]; 0: nobody may leave before the end
/// Source: Cambridgeshire procurement strategy 2016, 3.2.3 (break clauses against certainty for providers).
[[nodiscard]] double years_counted_on(double years, double break_after);

/// Part of something that is there on average over a term when a yearly review takes a share off what is left: all of it
/// in the first year, then ever less.
///
///     (1 − (1 − share)^years) / (share × years), at most 1        1 with a share of 0
[[nodiscard]] double mean_left(double share, double years);

/// Week in which a contract ends that is let until the next common date of a cycle: the first common date after it begins,
/// or the one after, if it would last for less than a sensible while.
/// \param cycle    [weeks] from one common date to the next, counted from week 0
/// \param shortest [weeks] contract worth letting
/// \pre cycle > 0
[[nodiscard]] std::int32_t end_in_cycle(std::int32_t begins, std::int32_t cycle, std::int32_t shortest);

/// Week in which a contract begins that could begin in another week: what ends on a common date is followed on that date,
/// so who would begin shortly before it waits for it. Nothing is let anew in between, for volumes are reviewed so often.
/// \param review [weeks] from one review of volumes to the next
/// \pre cycle > 0
[[nodiscard]] std::int32_t begin_in_cycle(std::int32_t earliest, std::int32_t cycle, std::int32_t review);

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
