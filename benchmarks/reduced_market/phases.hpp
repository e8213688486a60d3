#pragma once

#include "benchmarks/reduced_market/paths.hpp"

/// The phases of a step; each acts on one locality, whose columns it owns, and reads what it says of its neighbours.
namespace caremarket::reduced
{

/// Reads   the neighbours' closed providers
/// Writes  recipients, left: who lost their provider seeks; who exits leaves; who arrives seeks
void exit_and_arrive(Market& market, Paths const& paths, std::int32_t t, std::size_t locality);

/// Reads   the neighbours' left
/// Writes  clients of the locality's providers
void count_who_left(Market& market, std::size_t locality);

/// Every seeker takes the best provider of the neighbourhood with room, who has waited longest first.
/// Reads   price, quality, capacity of the neighbourhood's providers
/// Writes  their clients, the locality's recipients: localities two apart may not do this at the same time
void find_providers(Market& market, std::size_t locality);

/// Providers' accounts, exits, entries and the locality's record.
void keep_accounts(Market& market, Paths const& paths, std::int32_t t, std::size_t locality);

/// The new recipients of a locality, waiting: `count` of those who arrive in a step.
void arrive(Market& market, std::int32_t t, std::size_t locality, std::size_t count);

/// A provider opens in a slot.
void open_provider(Market& market, std::int32_t t, std::size_t locality, std::size_t slot, double price);

/// Locality `steps` further along the ring.
[[nodiscard]] inline std::size_t neighbour(Market const& market, std::size_t locality, std::ptrdiff_t steps)
{
    auto const count = static_cast<std::ptrdiff_t>(market.size.localities);
    return static_cast<std::size_t>((static_cast<std::ptrdiff_t>(locality) + steps + count) % count);
}

} // namespace caremarket::reduced
