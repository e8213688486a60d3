#pragma once

#include "model/market.hpp"

#include <vector>

namespace caremarket
{

/// What a council's placements of one service in one locality cost a week, and with whom they are. In whole pence, so that
/// people may be added in any order.
struct PlacementBook
{
    Pence value = 0;
    Pence under_contract = 0;
    Pence voluntary = 0;
    Pence small_firms = 0; ///< that belong to no group
    Pence local = 0;       ///< with providers of people's own locality
    /// By owner: groups first, then providers that belong to none.
    std::vector<Pence> by_owner;

    void add(Market const& market, std::size_t locality, PersonSlot person);
    /// Of the owner with most of it.
    [[nodiscard]] Pence largest() const;
    /// Its Herfindahl index, the sum of squares of owners' shares, times its value [pence]: as much of what is bought as would
    /// be with one owner, were all others small without limit. Added over localities it weighs each by what is bought there.
    [[nodiscard]] double concentrated() const;
};

} // namespace caremarket
