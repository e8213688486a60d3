#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

/// What providers ask for: from self-funders, from the council for one person, and for a block.
namespace caremarket
{

/// Sets list prices, reservation prices and spot quotes of all providers, and what each service and locality can see
/// of its market.
/// \param at_once list prices move the whole way to what is wanted, as when the market is built
void set_prices(Market& market, Inputs const& inputs, Week const& week, bool at_once);

/// What a tender offers one bidder.
struct BlockOffer
{
    double volume = 0;        ///< the bidder would promise [units/week]
    double taken_over = 0;    ///< part of it already used by council people there
    double moved_in = 0;      ///< part of it that people from contracts which end would use from the first day
    double built = 0;         ///< part of it whose places the bidder would build
    double building = 0;      ///< what they would cost it [GBP/week] while it is paid for them
    double renewed = 0;       ///< part of it that the bidder is guaranteed today under the contract gone on with
    double sought = 0;        ///< by the tender in all [units/week]
    double in_force = 0;      ///< guaranteed there by other contracts [units/week]
    Lot const* lot = nullptr; ///< whom it would serve; nullptr: council people of the bidder's own locality
    double need_seen = 1;     ///< what the bidder takes the council's need for, over what it is [1]
    Terms terms;              ///< what the contract would say
};

/// Lowest price at which a provider takes the terms of a block [GBP/unit paid for], before it shades its offer: what
/// the terms cost it, and no less than the capacity would earn elsewhere.
[[nodiscard]] double block_cost(Market const& market, Inputs const& inputs, Week const& week, ProviderId provider,
                                BlockOffer const& offer);

/// Lowest price a provider agrees to for volume under a framework that it is not promised [GBP/unit].
/// \param promised under the same contract [units/week]
[[nodiscard]] double framework_cost(Market const& market, Inputs const& inputs, ProviderId provider, Terms const& terms,
                                    double promised = 0.0);

/// Lowest price a provider agrees to for the length of a framework [GBP/unit]: one price for the part that it is
/// promised, reckoned as a block, and for what it may be called for beyond it.
/// \param promised part of it; no volume: it is promised nothing
/// \param share    of what it can expect to be called for that is promised, in [0, 1]
[[nodiscard]] double list_cost(Market const& market, Inputs const& inputs, Week const& week, ProviderId provider,
                               BlockOffer const& promised, double share);

} // namespace caremarket
