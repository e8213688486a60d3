#include "benchmarks/reduced_market/phases.hpp"
#include "model/engine/search.hpp"

#include <algorithm>
#include <limits>

namespace caremarket::reduced
{

namespace
{

constexpr std::array<double, taste_count> worth_of_quality{0.0, 4.0, 8.0, 12.0}; // [GBP/h]
constexpr double dearer_next_door = 1.05;
constexpr float no_room = std::numeric_limits<float>::infinity(); // score of a provider that can take nobody

std::int32_t room_at(Providers const& all, std::size_t provider)
{
    return all.capacity[provider] - all.clients[provider].heads;
}

/// How dear each slot of the neighbourhood seems to a taste, its liking taken off.
void rank_providers(Market& market, Neighbourhood& here, std::size_t taste)
{
    std::size_t const slots = market.size.slots;
    Providers const& all = market.providers;
    for (std::size_t side = 0; side < neighbours; ++side)
    {
        double const dearer = side == 1 ? 1.0 : dearer_next_door;
        for (std::size_t slot = 0; slot < slots; ++slot)
        {
            std::size_t const p = here.first_provider[side] + slot;
            auto const score = static_cast<float>(all.price[p] * dearer - worth_of_quality[taste] * all.quality[p]);
            here.score[side * slots + slot] = room_at(all, p) > 0 ? score : no_room;
        }
    }
}

/// A provider as a neighbourhood knows it.
std::size_t provider_at(Market const& market, Neighbourhood const& here, std::size_t slot)
{
    std::size_t const side = slot / market.size.slots;
    return here.first_provider[side] + slot - side * market.size.slots;
}

/// The first `count` of a queue become clients of a provider.
void take(Providers& all, std::size_t provider, Recipients& people, Queue& seekers, std::size_t count, std::size_t slot)
{
    Clients& clients = all.clients[provider];
    for (Seeker const& seeker : seekers.waiting().first(count))
    {
        people.provider[seeker.person] = static_cast<std::int16_t>(slot);
        clients.hours += seeker.hours;
    }
    clients.heads += static_cast<std::int32_t>(count);
    seekers.serve(count);
}

} // namespace

void find_providers(Market& market, std::size_t locality)
{
    Neighbourhood& here = market.neighbourhoods[locality];
    Recipients& people = market.recipients[locality];
    for (std::size_t taste = 0; taste < taste_count; ++taste)
    {
        Queue& seekers = people.seekers[taste];
        if (seekers.waiting().empty())
            continue;
        rank_providers(market, here, taste);
        while (!seekers.waiting().empty())
        {
            std::size_t const best = position_of_least(here.score);
            if (here.score[best] == no_room)
                break;
            std::size_t const provider = provider_at(market, here, best);
            auto const room = static_cast<std::size_t>(room_at(market.providers, provider));
            take(market.providers, provider, people, seekers, std::min(room, seekers.waiting().size()), best);
            if (room_at(market.providers, provider) == 0)
                here.score[best] = no_room;
        }
    }
}

} // namespace caremarket::reduced
