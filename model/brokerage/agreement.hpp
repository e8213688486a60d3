#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// What becomes of an offer between a provider and a person.
enum class Agreement : std::uint8_t
{
    reached,
    declined_by_provider, ///< it cannot meet the need
    refused_by_person
};

/// Whether provider and person agree. The same two always draw the same lots, so a provider that cannot meet a need never
/// can, and a person who waits longer refuses less.
[[nodiscard]] Agreement agreement_between(Market const& market, Behaviour const& behaviour, std::size_t block,
                                          PersonSlot person, ProviderId provider, bool person_may_refuse);

} // namespace caremarket
