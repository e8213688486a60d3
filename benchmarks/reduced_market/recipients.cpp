#include "benchmarks/reduced_market/phases.hpp"
#include "model/engine/search.hpp"
#include "model/maths.hpp"

#include <algorithm>
#include <cmath>

namespace caremarket::reduced
{

namespace
{

constexpr std::int32_t far_ahead = 32000; // [step] after the end of any run

double uniform_of(std::uint32_t word)
{
    return (word + 0.5) * 0x1p-32;
}

/// The clients of the neighbourhood's providers that went last step seek another.
void seek_anew(Market& market, std::size_t locality)
{
    Recipients& people = market.recipients[locality];
    Neighbourhood& here = market.neighbourhoods[locality];
    for (std::size_t side = 0; side < neighbours; ++side)
        for (std::uint16_t const slot :
             market.neighbourhoods[neighbour(market, locality, static_cast<std::ptrdiff_t>(side) - 1)].closed)
        {
            here.found.clear();
            find_equal(people.provider, static_cast<std::int16_t>(side * market.size.slots + slot), here.found);
            for (std::uint32_t const person : here.found)
            {
                people.provider[person] = waiting;
                people.seek(person);
            }
        }
}

void exit(Market& market, std::int32_t t, std::size_t locality)
{
    Recipients& people = market.recipients[locality];
    Neighbourhood& here = market.neighbourhoods[locality];
    here.found.clear();
    find_equal(people.leaves, static_cast<std::int16_t>(t), here.found);
    for (std::uint32_t const person : here.found)
    {
        if (people.provider[person] == waiting)
            people.give_up_seeking(person);
        else
        {
            Clients& left = here.left[static_cast<std::size_t>(people.provider[person])];
            ++left.heads;
            left.hours += people.hours(person);
        }
        people.leaves[person] = never;
        people.provider[person] = waiting;
        people.free_slots.push_back(static_cast<std::uint16_t>(person));
    }
    market.series.recipient_exits[static_cast<std::size_t>(t) * market.size.localities + locality] =
        static_cast<float>(here.found.size());
}

} // namespace

std::uint32_t Recipients::take_slot()
{
    if (!free_slots.empty())
    {
        std::uint32_t const slot = free_slots.back();
        free_slots.pop_back();
        return slot;
    }
    leaves.push_back(never);
    born.push_back(0);
    provider.push_back(waiting);
    character.push_back(0);
    return static_cast<std::uint32_t>(leaves.size() - 1);
}

void arrive(Market& market, std::int32_t t, std::size_t locality, std::size_t count)
{
    Recipients& people = market.recipients[locality];
    double const steps_a_year = market.size.is_weekly ? 52.0 : 12.0;
    CounterBlock draws;
    for (std::size_t first = 0; first < count; first += block_of_draws)
    {
        std::size_t const together = std::min(block_of_draws, count - first);
        for (std::size_t i = 0; i < together; ++i)
            Draws::address(draws, i, market.locality_keys[locality], Purpose::person_traits,
                           static_cast<std::uint32_t>(t + 1), static_cast<std::uint16_t>(first + i));
        market.draws.draw(draws);
        for (std::size_t i = 0; i < together; ++i)
        {
            std::uint32_t const person = people.take_slot();
            double const steps = std::floor(
                steps_a_year * (65.0 + 15.0 * (uniform_of(draws.words[0][i]) + uniform_of(draws.words[1][i]))));
            double const threshold = -maths::log(uniform_of(draws.words[2][i]));
            auto const age = static_cast<std::int32_t>(steps);
            std::int32_t const born = t + 1 - age;
            people.leaves[person] =
                static_cast<std::int16_t>(std::min(born + market.hazard.age_at_end(age, threshold), far_ahead));
            people.born[person] = static_cast<std::int16_t>(born);
            people.provider[person] = waiting;
            people.character[person] = static_cast<std::uint8_t>(draws.words[3][i] & 15U);
            people.seek(person);
        }
    }
}

void exit_and_arrive(Market& market, Paths const& paths, std::int32_t t, std::size_t locality)
{
    auto& left = market.neighbourhoods[locality].left;
    std::fill(left.begin(), left.end(), Clients{});
    seek_anew(market, locality);
    exit(market, t, locality);
    std::size_t const there = market.recipients[locality].head_count();
    if (paths.heads > there)
        arrive(market, t, locality, paths.heads - there);
}

void count_who_left(Market& market, std::size_t locality)
{
    std::size_t const slots = market.size.slots;
    for (std::size_t side = 0; side < neighbours; ++side)
    {
        // The locality after this one knows its slots as those of the one before, and the other way round.
        std::size_t const known_as = neighbours - 1 - side;
        std::size_t const from = neighbour(market, locality, static_cast<std::ptrdiff_t>(side) - 1);
        Clients const* const left = market.neighbourhoods[from].left.data() + known_as * slots;
        for (std::size_t slot = 0; slot < slots; ++slot)
        {
            Clients& clients = market.providers.clients[locality * slots + slot];
            clients.heads -= left[slot].heads;
            clients.hours -= left[slot].hours;
        }
    }
}

} // namespace caremarket::reduced
