#pragma once

#include "model/entity_key.hpp"

#include <cstddef>
#include <vector>

namespace caremarket
{

/// What a council sees of a provider before it invites offers.
struct RecordSeen
{
    double rating = 0;  ///< [steps] above good; 0 for who has none
    double written = 0; ///< [sd of quality] what it writes about itself, with error
    EntityKey key{};
};

/// Who is invited after a first look: the best rated, among equals those who write best.
/// \param most how many at most
/// \return places in `records`, in their order there
/// Source: course slides on procurement, restricted procedure: only those who meet selection criteria may tender
[[nodiscard]] std::vector<std::size_t> shortlist_of(std::vector<RecordSeen> const& records, std::size_t most);

} // namespace caremarket
