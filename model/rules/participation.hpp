#pragma once

namespace caremarket
{

/// What an offer may bring.
struct Prospect
{
    double lowest = 0;  ///< price at which the bidder is as well off without the contract [GBP/unit]
    double offer = 0;   ///< price it would ask [GBP/unit]
    double volume = 0;  ///< it could win [units/week]
    double sought = 0;  ///< in all [units/week]
    double weeks = 0;   ///< length of the contract
    double bidders = 1; ///< itself included
};

/// What a bidder expects to gain by an offer, before what making it costs [GBP]: the margin over its lowest price, on the
/// part of the lot that falls to it if all bidders are as likely to win.
[[nodiscard]] double expected_gain(Prospect const& prospect);

/// A firm bids if it expects to gain more than making an offer costs it. Where that costs nothing, everybody bids who
/// can: there is nothing to lose.
///
/// With rivals' costs spread evenly, the margin falls with their number and so does the chance to win: the gain goes with
/// one over its square, and beyond some number the next bidder stays away.
/// Source: entry into first-price tenders (Levin and Smith 1994); a larger effect of bidders where entry is costly:
/// 17,000 Finnish tenders.
[[nodiscard]] bool is_worth_bidding(Prospect const& prospect, double bid_cost);

} // namespace caremarket
