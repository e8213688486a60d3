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
            here.score[taste][side * slots + slot] = room_at(all, p) > 0 ? score : no_room;
        }
    }
}

/// A provider as a neighbourhood knows it.
std::size_t provider_at(Market const& market, Neighbourhood const& here, std::size_t slot)
{
    std::size_t const side = slot / market.size.slots;
    return here.first_provider[side] + slot - side * market.size.slots;
}

/// What one taste likes best in a neighbourhood, kept up to date while places fill.
class Favourite
{
public:
    void find(Market& market, Neighbourhood& here, std::size_t taste)
    {
        if (!is_ranked_)
        {
            rank_providers(market, here, taste);
            is_ranked_ = true;
            choose(market, here, taste);
        }
        while (has_room_ && room_at(market.providers, provider_) == 0)
        {
            here.score[taste][slot_] = no_room;
            choose(market, here, taste);
        }
    }
    [[nodiscard]] bool has_room() const { return has_room_; }
    [[nodiscard]] std::size_t slot() const { return slot_; }
    [[nodiscard]] std::size_t provider() const { return provider_; }

private:
    void choose(Market const& market, Neighbourhood const& here, std::size_t taste)
    {
        slot_ = position_of_least(here.score[taste]);
        has_room_ = here.score[taste][slot_] != no_room;
        if (has_room_)
            provider_ = provider_at(market, here, slot_);
    }

    bool is_ranked_ = false;
    bool has_room_ = true;
    std::size_t slot_ = 0;
    std::size_t provider_ = 0;
};

} // namespace

void find_providers(Market& market, std::size_t locality)
{
    Neighbourhood& here = market.neighbourhoods[locality];
    Recipients& people = market.recipients[locality];
    std::array<Favourite, taste_count> favourites;
    std::size_t still_waiting = 0;
    for (Seeker const seeker : people.seekers)
    {
        Favourite& favourite = favourites[seeker.taste];
        favourite.find(market, here, seeker.taste);
        if (!favourite.has_room())
        {
            people.seekers[still_waiting++] = seeker;
            continue;
        }
        people.provider[seeker.person] = static_cast<std::int16_t>(favourite.slot());
        Clients& clients = market.providers.clients[favourite.provider()];
        ++clients.heads;
        clients.hours += seeker.hours;
    }
    people.seekers.resize(still_waiting);
}

} // namespace caremarket::reduced
