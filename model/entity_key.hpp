#pragma once

#include <Random123/philox.h>

#include <compare>
#include <cstdint>
#include <string_view>

namespace caremarket
{

/// What an entity is, for its key.
enum class EntityKind : std::uint32_t
{
    locality = 1,
    person,
    provider,       ///< synthesised at the start: (locality, service, ordinal)
    entrant,        ///< (locality, service, n-th entry there)
    tender,         ///< (commissioner, service and locality, round)
    contract,       ///< (tender, provider)
    commissioner,   ///< by name
    opening_person, ///< in care when the market is built: (locality, service, funding, ordinal)
    own_supply,     ///< of a council: (commissioner, service, locality, n-th opening there)
    factor          ///< of a sweep's design, by name: no part of a market
};

/// Identity of an entity: a hash of what it is and of the coordinates of its birth, never an index or a running
/// counter. So an entity is the same under every strategy, and adding one disturbs no other's random numbers.
struct EntityKey
{
    std::uint64_t value = 0;
    friend constexpr auto operator<=>(EntityKey, EntityKey) = default;
};

/// Key of the entity of this kind that `parent` and three coordinates identify. Philox as a bijection of 128 bits
/// for given (c, kind) mixes them; two keys meet by chance only (about n²/2⁶⁵).
[[nodiscard]] inline EntityKey key_of(EntityKind kind, EntityKey parent, std::uint32_t a, std::uint32_t b = 0,
                                      std::uint32_t c = 0)
{
    using Philox = r123::Philox4x32;
    Philox::ctr_type const counter{
        {static_cast<std::uint32_t>(parent.value), static_cast<std::uint32_t>(parent.value >> 32), a, b}};
    Philox::key_type const key{{c, static_cast<std::uint32_t>(kind)}};
    auto const words = Philox{}(counter, key);
    return {static_cast<std::uint64_t>(words[0]) | static_cast<std::uint64_t>(words[1]) << 32};
}

/// Key of an entity that has a name of its own: an area code, a council's name.
[[nodiscard]] inline EntityKey key_of(EntityKind kind, std::string_view name)
{
    if (name.empty())
        return key_of(kind, EntityKey{}, 0); // 0 is the mark of an empty slot
    EntityKey key{name.size()};
    for (std::size_t at = 0; at < name.size(); at += 4)
    {
        std::uint32_t word = 0;
        for (std::size_t i = 0; i < 4 && at + i < name.size(); ++i)
            word |= static_cast<std::uint32_t>(static_cast<unsigned char>(name[at + i])) << (8 * i);
        key = key_of(kind, key, word);
    }
    return key;
}

} // namespace caremarket
