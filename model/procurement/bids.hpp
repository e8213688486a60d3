#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

#include <vector>

namespace caremarket
{

struct Bid
{
    ProviderId provider = no_provider;
    EntityKey key{};
    double price = 0;      ///< [GBP/unit]
    double volume = 0;     ///< [units/week]
    double score = 0;      ///< the highest wins
    double taken_over = 0; ///< of what it can promise, what council people who are there use [units/week]
    double built = 0;      ///< part of the volume whose places it would build [units/week]
    double misjudged = 0;  ///< what the bidder took its cost for, over what it is, less 1 [share]
    double need_seen = 1;  ///< what it took the council's need for, over what it is [1]
};

/// A tender whose offers are being heard.
struct Hearing
{
    Market& market;
    Inputs const& inputs;
    Week const& week;
    TenderPlan const& plan;
    EntityKey tender;
};

/// Key of what a provider bids in a tender.
[[nodiscard]] EntityKey key_of_bid(Hearing const& hearing, ProviderId provider);

/// What providers offer, best first. Who declines is noted with the lowest price it would have taken.
[[nodiscard]] std::vector<Bid> bids_for(Hearing const& hearing);

} // namespace caremarket
