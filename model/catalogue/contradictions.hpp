#pragma once

#include "model/inputs/strategy.hpp"

#include <span>
#include <string_view>

namespace caremarket
{

/// What no council can mean: levers of one service that contradict each other.
struct Contradiction
{
    std::span<std::string_view const> levers; ///< the first is where the message stands
    std::string_view because;                 ///< why they cannot be meant together, as the rest of a sentence
    bool (*holds)(StrategyService const&, Date);
};

/// All there are. Files, `--set` and rows of sweeps are checked for each.
[[nodiscard]] std::span<Contradiction const> contradictions();

/// Whether a strategy's levers for a service contradict each other on a day.
[[nodiscard]] bool contradicts_itself(StrategyService const& levers, Date day);

} // namespace caremarket
