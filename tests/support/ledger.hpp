#pragma once

#include "model/market.hpp"

#include <vector>

/// The ledger of decisions of a market.
namespace caremarket::tests
{

void open_notebooks(Market& market);

/// All lines noted since the last call, in the order in which they are stored.
[[nodiscard]] std::vector<Decision> take_decisions(Market& market);

/// What stands before the first line: the contracts in force and the people in care, told as lines of the week before.
/// A person's `care_begins` lies on day 0 of `week`, for their earlier days are not this run's.
[[nodiscard]] std::vector<Decision> opening_state(Market const& market, std::int32_t week);

} // namespace caremarket::tests
