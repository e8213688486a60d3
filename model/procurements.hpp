#pragma once

#include "model/entity_key.hpp"
#include "model/ids.hpp"
#include "model/kinds.hpp"
#include "model/lots.hpp"
#include "model/terms.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace caremarket
{

/// What the council puts out to be let.
struct TenderPlan
{
    Channel kind{};
    Service service{};
    LocalityId locality = 0; ///< of the lot, the first in order of key: its council leads
    Lot lot;
    Route route{};
    double sought = 0;                         ///< [units/week]; under a framework what it expects to call off
    double per_bid = 0;                        ///< most one provider can win [units/week]
    double guaranteed = 0;                     ///< shared in equal parts by those listed under a framework [units/week]
    Terms terms;                               ///< of every contract that comes of it
    std::int32_t opened = 0;                   ///< week in which the council decided to let it
    std::int32_t decided = 0;                  ///< week in which offers are decided on
    std::int32_t begins = 0;                   ///< week of the contracts' first day
    std::optional<std::int32_t> joins_until{}; ///< week in which the list ends that is opened to newcomers
    std::int32_t ends = 0;                     ///< week in which their term does
    double weeks_to_prepare = 0;               ///< that bidders have from the first they hear of it
    std::int32_t cycle = 0;         ///< [weeks] from one common end of contracts to the next; 0: by their own length
    bool builds = false;            ///< bidders may offer places that they would build
    double building_grant = 0;      ///< [share] of the cost of building them that the council gives
    std::int32_t rounds = 0;        ///< of dialogue or negotiation
    std::int32_t looks = 1;         ///< that bidders take at what it will cost, and the council at what they write
    bool states_need = false;       ///< the council has published what it expects to need
    bool is_second_try = false;     ///< in place of a tender that failed
    double work = 0;                ///< officers' [person-weeks]
    double cost = 0;                ///< besides their time, at start prices [GBP]
    double bid_cost = 0;            ///< to whoever makes an offer, at start prices [GBP]
    std::vector<TenderPlan> merged; ///< lots of other services let with it as one: who wins it delivers them, too
    std::vector<ProviderId> won_by; ///< of such a lot: who has won the one it is let with
};

/// A procurement under way: announced, or invited and not decided on yet.
struct Procurement
{
    EntityKey key{};
    TenderPlan plan;
    std::int32_t gateway = INT32_MAX; ///< week in which it is judged whether it goes on, half way; or never
    bool is_late = false;             ///< has waited for officers
};

} // namespace caremarket
