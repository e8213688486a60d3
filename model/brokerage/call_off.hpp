#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

#include <span>
#include <string_view>

namespace caremarket
{

/// How the council uses a list. A way is such a row and nothing else: in which order those listed are called, at what
/// price, and who has the last word.
struct CallOffRules
{
    std::string_view name;
    /// Puts the plan's list into the order, or orders, of the week's calls.
    void (*put_in_order)(Market&, Inputs const&, LocalityId, CallPlan&);
    /// The order in which they are called for one person.
    std::span<ContractId const> (*order_for)(CallPlan const&, Person const&, Seeker&, BlockScratch&);
    /// How far below its contract's price somebody listed offers for one person.
    Undercut (*undercut)(Market const&, ContractId);
    /// Sees that somebody listed has been asked to take so much.
    void (*see_called)(CallPlan&, ContractId, Quarters);
    bool person_chooses; ///< and so refuses nobody
    bool takes_turns;    ///< who is called depends on who was called before: people are looked at in order
    bool price_counts;   ///< whoever asks less to be listed is called sooner
};

[[nodiscard]] CallOffRules const& rules_of(CallOff way);

/// Whether so much more would take somebody listed beyond the most that the council lets it have. Guarantees do not
/// come under it.
[[nodiscard]] bool is_at_cap(Market const& market, CallPlan const& plan, ContractId contract, Quarters need);

} // namespace caremarket
