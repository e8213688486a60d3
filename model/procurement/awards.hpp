#pragma once

#include "model/procurement/bids.hpp"

namespace caremarket
{

/// Decides on the offers for a lot: the best win until what is sought is there. Counted, and told to losers where the
/// council gives feedback.
/// \returns who won, best first
[[nodiscard]] std::vector<ProviderId> award_lot(Hearing const& hearing);

} // namespace caremarket
