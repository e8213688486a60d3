#pragma once

#include "model/draws.hpp"
#include "model/engine/known_hazard.hpp"
#include "model/for_each_block.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// The reduced care market: a workload for measuring the engine on a care market's shape of work. Its rules and numbers
/// are those of its specification, version 1, and calibrated to nothing (benchmarks/README.md).
namespace caremarket::reduced
{

inline constexpr std::size_t taste_count = 4;
inline constexpr std::size_t neighbours = 3; ///< the locality before, its own, the one after, on a ring

struct Size
{
    std::size_t localities = 5; ///< at least 3
    std::size_t slots = 40;     ///< of providers in a locality
    std::size_t recipients = 20000;
    bool is_weekly = false;

    [[nodiscard]] std::int32_t steps() const { return is_weekly ? 520 : 120; }
    /// Length of a step [months].
    [[nodiscard]] double months() const { return is_weekly ? 12.0 / 52.0 : 1.0; }
    [[nodiscard]] std::size_t slots_per_neighbourhood() const { return neighbours * slots; }
    /// Recipients for each provider slot.
    [[nodiscard]] double recipients_per_slot() const
    {
        return static_cast<double>(recipients) / static_cast<double>(localities * slots);
    }
    /// Recipients of a locality after step t.
    [[nodiscard]] std::size_t head_count(std::int32_t t) const;
};

inline constexpr std::int16_t waiting = -1;
inline constexpr std::int16_t never = -1;

/// Who seeks a provider.
struct Seeker
{
    std::uint16_t person = 0;
    std::uint8_t taste = 0;
    std::uint8_t hours = 0; // [h/week]
};

/// Recipients of one locality, a column each: 7 bytes a person.
struct Recipients
{
    std::vector<std::int16_t> leaves;    // [step] in which the person exits; `never` in an empty slot
    std::vector<std::int16_t> born;      // [step] in which age was 0
    std::vector<std::int16_t> provider;  // in the neighbourhood; or `waiting`
    std::vector<std::uint8_t> character; // taste, and hours in sevens less one
    std::vector<std::uint16_t> free_slots;
    std::vector<Seeker> seekers; // who waits longest first

    [[nodiscard]] std::int32_t hours(std::uint32_t person) const { return 7 * (1 + (character[person] >> 2)); }
    [[nodiscard]] std::size_t head_count() const { return leaves.size() - free_slots.size(); }
    void seek(std::uint32_t person)
    {
        seekers.push_back({static_cast<std::uint16_t>(person), static_cast<std::uint8_t>(character[person] & 3U),
                           static_cast<std::uint8_t>(hours(person))});
    }
    void give_up_seeking(std::uint32_t person)
    {
        std::erase_if(seekers, [person](Seeker const& seeker) { return seeker.person == person; });
    }
    /// A slot for a newcomer; one that a leaver left, if there is one.
    [[nodiscard]] std::uint32_t take_slot();
};

/// Clients and their weekly hours.
struct Clients
{
    std::int32_t heads = 0;
    std::int32_t hours = 0;
};

/// Providers of all localities; slot s of locality l stands at l * slots + s. A slot without capacity is empty.
struct Providers
{
    std::vector<std::int32_t> capacity; // [heads]
    std::vector<Clients> clients;
    std::vector<double> price;            // [GBP/h]
    std::vector<double> quality;          // [1]
    std::vector<double> cash;             // [GBP]
    std::vector<std::int32_t> in_red_for; // [steps] in a row with negative cash
};

/// What a locality's recipients leave for the providers of its neighbourhood, and seek there.
struct Neighbourhood
{
    std::array<std::size_t, neighbours> first_provider{}; // of each side, in the columns of all providers
    std::vector<Clients> left;                            // by slot of the neighbourhood, this step
    std::array<std::vector<float>, taste_count> score;    // scratch of matching, by slot
    std::vector<std::uint16_t> closed;                    // own slots whose provider went this step
    std::vector<std::uint32_t> found;                     // scratch of searches
};

/// The eight series, [step][locality].
struct Series
{
    std::vector<float> price, occupancy, waiting, spend, provider_exits, entries, quality, recipient_exits;
};

struct Market
{
    Size size;
    Draws draws{1, 0};
    KnownHazard hazard;
    std::vector<EntityKey> locality_keys;
    std::vector<Recipients> recipients;        // by locality
    std::vector<Neighbourhood> neighbourhoods; // by locality
    Providers providers;
    Series series;
};

/// The market before step 0. Replicate i depends on (seed, i) alone.
[[nodiscard]] Market build(Size const& size, std::uint64_t seed, std::uint32_t replicate,
                           ForEachBlock const& for_each_block);

/// One step. The values do not depend on the order of the blocks, which are localities.
void advance(Market& market, std::int32_t t, ForEachBlock const& for_each_block);

/// The statistics by which implementations are held to be equal.
struct Statistics
{
    double exit1000 = 0, price = 0, occ = 0, wait1000 = 0, spendpc = 0, pexit = 0, qual = 0, meanage = 0;
};
[[nodiscard]] Statistics statistics_of(Market const& market);

} // namespace caremarket::reduced
