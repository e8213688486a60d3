#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

#include <vector>

namespace caremarket
{

/// What the council puts out to be let.
struct TenderPlan
{
    Channel kind{};
    Service service{};
    LocalityId locality = 0;
    Route route{};
    double sought = 0;       ///< [units/week]; under a framework what it expects to call off
    double per_bid = 0;      ///< most one provider can win [units/week]
    Terms terms;             ///< of every contract that comes of it
    std::int32_t begins = 0; ///< week
    double work = 0;         ///< officers' [person-weeks]
    double cost = 0;         ///< besides their time, at start prices [GBP]
};

struct Bid
{
    ProviderId provider = no_provider;
    EntityKey key{};
    double price = 0;      ///< [GBP/unit]
    double volume = 0;     ///< [units/week]
    double score = 0;      ///< the highest wins
    double taken_over = 0; ///< of what it can promise, what council people who are there use [units/week]
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
