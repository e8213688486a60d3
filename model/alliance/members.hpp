#pragma once

#include "model/market.hpp"

#include <vector>

namespace caremarket
{

/// Providers that have won one letting together.
struct Alliance
{
    EntityKey key{};                 ///< of what was let
    std::vector<ContractId> members; ///< in order of key; two or more
};

/// The alliances whose contracts are in force, in order of key. Who has given notice is no member any more, and who is left
/// alone is in no alliance.
[[nodiscard]] std::vector<Alliance> alliances_in_force(Market const& market);

} // namespace caremarket
