#pragma once

#include "model/procurement/bids.hpp"

namespace caremarket
{

/// A provider that can bid: the rivals a bidder reckons with.
struct Able
{
    ProviderId provider = no_provider;
    double volume = 0;     ///< it can promise, as far as one bid may win [units/week]
    double taken_over = 0; ///< of all it can promise, what council people who are there use [units/week]
};

/// Whoever is asked and can promise something, in order of key. Who is asked and cannot is noted.
[[nodiscard]] std::vector<Able> ask(Market& market, Week const& week, TenderPlan const& plan, EntityKey tender);

/// Notes that a provider does not bid.
/// \param lowest price it would have taken [GBP/unit]; 0: it did not come to that
/// \param volume it could have promised [units/week]
void note_declined(Market& market, Week const& week, EntityKey tender, ProviderId provider, Reason reason,
                   double lowest, double volume);

} // namespace caremarket
