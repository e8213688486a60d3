#pragma once

#include "model/procurement/bids.hpp"

/// What bidders and council can see of what they deal in, and by how much they are wrong.
namespace caremarket
{

/// Mean of the errors of several looks at the same thing, each as wrong as the first and independent of it [sd of one].
/// \pre looks >= 1
[[nodiscard]] double mean_error(Draws const& draws, EntityKey what, Purpose purpose, std::int32_t looks);

/// What a bidder takes its cost of the contract for, over what it is [1].
[[nodiscard]] double misjudged_cost(Hearing const& hearing, EntityKey bid);

/// What a bidder takes the council's need for, over what it is [1]: its own guess or, where the council has published
/// what it expects, the mean of both.
[[nodiscard]] double misjudged_demand(Hearing const& hearing, EntityKey bid);

/// What the council reads of a provider's quality in its offer [sd].
[[nodiscard]] double quality_seen(Hearing const& hearing, ProviderId provider, EntityKey bid);

} // namespace caremarket
