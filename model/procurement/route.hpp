#pragma once

#include "model/procurement/asking.hpp"
#include "model/procurement/bids.hpp"
#include "model/rules/assurance.hpp"

#include <vector>

namespace caremarket
{

/// How contracts are let by one route. A route is such a row and nothing else: who may bid, what an offer is, which
/// offers win, who is judged on the way. What it takes in time, work and money are numbers of behaviour (`RouteBurden`).
struct RouteRules
{
    Route route{};
    /// Whether a lot may be let by this route at all. \pre all of the plan but `work` and `cost` stands
    bool (*may_be_used)(Market const&, Inputs const&, Week const&, TenderPlan const&);
    /// Who is invited, in order of key.
    std::vector<ProviderId> (*ask)(Hearing const&);
    /// What those who can promise something offer, in order of key; who declines is noted.
    std::vector<Bid> (*hear)(Hearing const&, std::vector<Able> const&);
    /// Leaves the acceptable offers, best first.
    void (*choose)(Hearing const&, std::vector<Bid>&);
    Route otherwise{};          ///< by which route a lot is let that may not be let by this one, or fails at a gateway
    bool is_advertised = false; ///< the market hears of it with the invitation, and takes time to make offers
    bool teaches = false;       ///< each round is one more look for bidders and council
    /// How far whoever was asked assures the council, half way and again with its offer; none: nobody is judged so.
    Assurance (*judge)(Hearing const&) = nullptr;
};

[[nodiscard]] RouteRules const& rules_of(Route route);

} // namespace caremarket
