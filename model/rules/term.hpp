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

} // namespace caremarket
