#pragma once

#include "model/entity_key.hpp"
#include "model/enum_array.hpp"
#include "model/ids.hpp"
#include "model/kinds.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

/// What brokerage works with within a week. It stands in `Market` only so that no week has to allocate it anew.
namespace caremarket
{

inline constexpr std::size_t taste_classes = 4; ///< groups of people who like the same providers

/// Lists of providers in order of preference: one by price for the council's own choice, then one per taste class of
/// council people who choose, then one per taste class of self-funders.
inline constexpr std::size_t price_led_list = 0;
inline constexpr std::size_t first_chooser_list = 1;
inline constexpr std::size_t first_self_funder_list = first_chooser_list + taste_classes;
inline constexpr std::size_t list_count = first_self_funder_list + taste_classes;

/// A provider and how dear it seems to somebody.
struct Scored
{
    double score = 0; // lower is better
    EntityKey key{};
    ProviderId provider = no_provider;
};

/// What the people of one locality see alike in a provider.
struct WithinReach
{
    double minutes = 0;   // of travel
    double disfavour = 0; // [share] how much dearer than its price it seems, whoever's taste it meets
};

/// A step in the council's order of calls. Those of contracts come first, as `Stage` indexes their lists.
enum class Stage : std::uint8_t
{
    block_voids,    ///< guaranteed places that stand empty: paid for already
    core_guarantee, ///< core providers, up to what they are guaranteed
    list_guarantee, ///< listed providers, up to what they are guaranteed
    core_beyond,    ///< core providers, beyond it
    framework,      ///< listed providers, by the council's way of calling off
    spot,           ///< quotes of the day
    in_house        ///< the council's own
};
template <>
struct NamesOf<Stage>
{
    static constexpr std::array<std::string_view, 7> names{
        "block_voids", "core_guarantee", "list_guarantee", "core_beyond", "framework", "spot", "in_house"};
};

inline constexpr std::uint32_t no_turns = UINT32_MAX; ///< a seeker has no order of its own

/// Somebody who waits, within one week.
struct Seeker
{
    std::size_t block = 0;
    PersonSlot person = 0;
    std::uint64_t lottery = 0;
    EnumArray<Stage, std::uint32_t> next{}; // place in the stage's list: all before it have been passed over
    std::uint32_t first_turn = no_turns;    // where its own order of those listed begins in BlockScratch::turns
    bool is_settled = false;
};

/// What a seeker asks for in a round.
struct Proposal
{
    ProviderId provider = no_provider;
    ContractId contract = no_contract;
    double price = 0;  // [GBP/unit] to the council, or to whoever pays
    double top_up = 0; // [GBP/unit] on top of it
    Undercut undercut = 0;
    bool uses_guarantee = false;
    bool is_off_contract = false; // bought by a care manager
    std::size_t block = 0;
    std::uint32_t seeker = 0;
    bool is_displaced = false;
    std::uint16_t weeks_waited = 0;
    std::uint64_t lottery = 0;
    EntityKey person{};
};

/// Where a proposal stands among those to the same provider.
struct Turn
{
    std::uint64_t provider_and_wait = 0; // by provider, displaced people first, then whoever has waited longest
    std::uint64_t lottery = 0;
    std::uint32_t proposal = 0;
};

/// Free room of a round, frozen while everybody proposes.
struct Room
{
    std::vector<Quarters> physical; // by provider: capacity less people; none where nobody may be placed
    std::vector<Quarters> open;     // by provider: of it, not promised to the council
    std::vector<Quarters> promised; // by provider: guaranteed and not used
};

/// Somebody on a list and what was called off it, as far as a week has come.
struct ListedVolume
{
    ContractId contract = no_contract;
    Quarters called = 0;
};

inline constexpr Quarters no_cap = INT32_MAX; ///< no listed provider is held to a share

struct CallOffRules;

/// What the council of a locality may pay for a service, and whom it may ask first.
struct CallPlan
{
    CallOrder order{};
    double limit = 0;          // [GBP/unit] for who has not waited
    double limit_rise = 0;     // [GBP/unit per week]
    double posted = 0;         // [GBP/unit], 0: quotes
    double direct_payment = 0; // [GBP/unit]
    double weeks_delayed = 0;  // before anybody is placed
    bool allows_top_ups = false;
    double devolved = 0;                         // [share] of new people for whom care managers buy
    double listed = 0;                           // [quarters] planned to be called off the list for people here
    std::vector<LocalityId> listed_along;        // localities whose people share the list, whose plan counts with it
    Quarters framework_room = 0;                 // of the planned share, as of last week
    bool nhs_joins = false;                      // some contracts serve its people, too
    Quarters most_listed = no_cap;               // that one listed provider may have of it
    bool guarantees_listed = false;              // some of those listed are guaranteed volume
    CallOffRules const* call_off = nullptr;      // how the list is used
    std::vector<ContractId> block_contracts;     // cheapest first
    std::vector<ContractId> core_contracts;      // cheapest first
    std::vector<ContractId> framework_contracts; // all that are listed, best score first
    /// The same in the order in which they are called, by taste class; where all are called in one order, in the first.
    std::array<std::vector<ContractId>, taste_classes> called;
    std::vector<ListedVolume> listed_volume; // where turns are taken by it, in order of key
    std::vector<ProviderId> in_house;        // in order of key
    std::vector<ProviderId> suspended;       // by the council, from all new business
    /// By list of preference: of it, who had room and might be asked when the week began. Made when first asked for.
    std::array<std::vector<ProviderId>, list_count> with_room;
    std::array<bool, list_count> is_listed{};
    std::array<std::size_t, list_count> first_with_room{}; // in with_room: all before it have filled up since
};

struct Matching
{
    Room room;
    std::vector<CallPlan> plans; // [service × locality]
    std::vector<Proposal> proposals;
    std::vector<Turn> turns; // of proposals
};

} // namespace caremarket
