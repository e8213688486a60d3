#pragma once

#include "model/market.hpp"

#include <string>
#include <vector>

namespace caremarket
{

/// What must hold in every market after every week. Each broken identity is one sentence; none is the rule.
///
/// Money paid is money received; what providers hold is the sum over their people; nobody is placed beyond capacity
/// that was there when they came, or twice; a contract's use is the sum over its people; no stock is negative; no wage
/// is under the floor.
[[nodiscard]] std::vector<std::string> broken_identities(Market const& market);

/// Ends the program with the sentences when an identity is broken, in builds with CAREMARKET_CHECK_IDENTITIES:
/// a mistake of ours, never of the user.
void check_identities(Market const& market);

} // namespace caremarket
