#include "benchmarks/reduced_market/reduced_market.hpp"

#include "benchmarks/reduced_market/phases.hpp"
#include "model/maths.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace caremarket::reduced
{

namespace
{

constexpr int oldest = 130; // [years] hazards are those of this age ever after

KnownHazard hazard_of(Size const& size)
{
    int const steps_a_year = size.is_weekly ? 52 : 12;
    std::vector<double> hazards;
    for (int age = 0; age < oldest * steps_a_year; ++age)
    {
        double const years = static_cast<double>(age / steps_a_year);
        double const monthly = std::min(0.5, 0.015 * maths::exp(0.07 * (years - 80.0)));
        hazards.push_back(-maths::log(1.0 - monthly) * size.months());
    }
    return KnownHazard(hazards);
}

void build_locality(Market& market, std::size_t locality)
{
    Size const& size = market.size;
    std::size_t const start = size.recipients / size.localities;
    std::size_t const most = std::max(start, size.head_count(size.steps() - 1));
    Recipients& people = market.recipients[locality];
    for (auto* column : {&people.leaves, &people.born, &people.provider})
        column->reserve(most);
    people.character.reserve(most);
    Neighbourhood& here = market.neighbourhoods[locality];
    for (std::size_t side = 0; side < neighbours; ++side)
        here.first_provider[side] = neighbour(market, locality, static_cast<std::ptrdiff_t>(side) - 1) * size.slots;
    here.left.assign(size.slots_per_neighbourhood(), {});
    // Padded to whole vectors.
    for (auto& score : here.score)
        score.assign((size.slots_per_neighbourhood() + 7) / 8 * 8, std::numeric_limits<float>::infinity());
    arrive(market, -1, locality, start);
    for (std::size_t slot = 0; slot < size.slots; ++slot)
        open_provider(market, -1, locality, slot, 0.0);
}

} // namespace

std::size_t Size::head_count(std::int32_t t) const
{
    double const start = static_cast<double>(recipients / localities);
    return static_cast<std::size_t>(std::llround(start * maths::pow(1.001, (t + 1) * months())));
}

Paths paths_of(Size const& size, std::int32_t t)
{
    // In whole numbers: a twelfth of a week is no binary fraction.
    auto const year_at = [&](std::int32_t step) { return step / (size.is_weekly ? 52 : 12); };
    auto const month_at = [&](std::int32_t step) { return size.is_weekly ? step * 12 / 52 : step; };
    int const year = year_at(t);
    double const months = size.months();
    return {.wage = 11.44 * maths::pow(1.045, year),
            .head_cost = 300.0 * maths::pow(1.03, year) * months,
            .place_cost = 120.0 * maths::pow(1.03, year) * months,
            .hours = 52.0 / 12.0 * months,
            .months = months,
            .noise = std::sqrt(months),
            .entry = 1.0 - maths::pow(0.9, months),
            .opens_month = t == 0 || month_at(t) != month_at(t - 1),
            .opens_year = t == 0 || year != year_at(t - 1),
            .patience = size.is_weekly ? 13 : 3,
            .heads = size.head_count(t)};
}

Market build(Size const& size, std::uint64_t seed, std::uint32_t replicate, ForEachBlock const& for_each_block)
{
    Market market;
    market.size = size;
    market.draws = Draws(seed, replicate);
    market.hazard = hazard_of(size);
    for (std::uint32_t locality = 0; locality < size.localities; ++locality)
        market.locality_keys.push_back(key_of(EntityKind::locality, EntityKey{1}, locality));
    market.recipients.resize(size.localities);
    market.neighbourhoods.resize(size.localities);
    std::size_t const providers = size.localities * size.slots;
    Providers& all = market.providers;
    all.capacity.resize(providers);
    all.clients.resize(providers);
    for (auto* column : {&all.price, &all.quality, &all.cash})
        column->resize(providers);
    all.in_red_for.resize(providers);
    Series& series = market.series;
    for (auto* one : {&series.price, &series.occupancy, &series.waiting, &series.spend, &series.provider_exits,
                      &series.entries, &series.quality, &series.recipient_exits})
        one->resize(static_cast<std::size_t>(size.steps()) * size.localities);
    for_each_block(size.localities, [&](std::size_t locality) { build_locality(market, locality); });
    return market;
}

/// Localities one after another, beginning with another each step; where three divides them, every third at once, for
/// their neighbourhoods do not meet.
void match(Market& market, std::int32_t t, ForEachBlock const& for_each_block)
{
    std::size_t const localities = market.size.localities;
    auto const step = static_cast<std::size_t>(t);
    if (localities % neighbours != 0)
        for (std::size_t i = 0; i < localities; ++i)
            find_providers(market, (i + step) % localities);
    else
        for (std::size_t colour = 0; colour < neighbours; ++colour)
            for_each_block(localities / neighbours, [&](std::size_t i)
                           { find_providers(market, neighbours * i + (colour + step) % neighbours); });
}

void advance(Market& market, std::int32_t t, ForEachBlock const& for_each_block)
{
    std::size_t const localities = market.size.localities;
    Paths const paths = paths_of(market.size, t);
    for_each_block(localities, [&](std::size_t locality) { exit_and_arrive(market, paths, t, locality); });
    for_each_block(localities, [&](std::size_t locality) { count_who_left(market, locality); });
    match(market, t, for_each_block);
    for_each_block(localities, [&](std::size_t locality) { keep_accounts(market, paths, t, locality); });
}

} // namespace caremarket::reduced
