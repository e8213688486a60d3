#pragma once

#include "model/entity_key.hpp"
#include "model/ids.hpp"

#include <cstdint>
#include <vector>

namespace caremarket
{

/// What falls due on a known date. Within a week events act in the order of their kinds.
enum class EventKind : std::uint8_t
{
    temporary_stay_ends, ///< in a block's calendar; slot = person
    package_ends,        ///< the same; its provider has given it back
    wealth_spent,        ///< the same; a self-funder's capital reaches the upper limit
    disregard_ends,      ///< the same; a home begins to count as its owner's capital
    reablement_ends,     ///< the same; the person is looked at again
    need_returns,        ///< the same; what reablement had won is lost again
    contract_ends,       ///< slot = contract
    contract_begins      ///< slot = contract awarded and waiting for its first day
};

struct Event
{
    std::int32_t week = 0;
    EventKind kind{};
    EntityKey key{}; ///< of the entity; slots are reused, so whoever acts checks that the key is still there
    std::uint32_t slot = 0;
};

/// Known dates ahead. Events of a week come out in the order (kind, key), whoever put them in first.
class Calendar
{
public:
    void add(Event const& event);

    /// Removes and returns the events due in or before this week, ordered.
    [[nodiscard]] std::vector<Event> const& take_due(std::int32_t week);

private:
    std::vector<Event> heap_; // earliest on top
    std::vector<Event> due_;
};

} // namespace caremarket
