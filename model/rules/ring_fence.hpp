#pragma once

#include "model/kinds.hpp"

#include <optional>

namespace caremarket
{

/// What a council knows of a provider that might bid.
struct Candidate
{
    bool serves_council = false; ///< has the council's people in its care there
    Sector sector{};
    bool is_grouped = false;
    double size = 1;              ///< multiple of the usual
    std::optional<Rating> rating; ///< published; nothing: not yet inspected
};

/// Whether a provider is inside the fence of a ring-fenced tender. Who has no rating yet is not rated good.
/// Source: Walsall contracting strategy 2016, table 5
[[nodiscard]] bool is_inside(RingFence fence, Candidate const& candidate);

} // namespace caremarket
