#include "benchmarks/reduced_market/phases.hpp"

#include <algorithm>
#include <cmath>

namespace caremarket::reduced
{

namespace
{

/// \returns the step's revenue [GBP]
double trade(Providers& all, std::size_t p, Paths const& paths, std::int32_t t)
{
    auto const heads = static_cast<double>(all.clients[p].heads);
    auto const capacity = static_cast<double>(all.capacity[p]);
    double const hours = all.clients[p].hours * paths.hours;
    double const revenue = all.price[p] * hours;
    double const surplus =
        revenue - (1.30 * paths.wage * hours + paths.head_cost * heads + paths.place_cost * capacity);
    all.cash[p] += surplus > 0.0 ? 0.5 * surplus : surplus;
    double const margin = std::clamp(surplus / std::max(revenue, 1.0), -0.2, 0.2);
    double const rise = 0.03 * paths.months * (heads / capacity - 0.90) + (paths.opens_year && t > 0 ? 0.0225 : 0.0);
    all.price[p] = std::clamp(all.price[p] * (1.0 + rise), 1.3 * paths.wage, 3.5 * paths.wage);
    all.quality[p] += paths.months * (0.02 * (0.6 - all.quality[p]) + 0.05 * margin);
    return revenue;
}

void resize(Providers& all, std::size_t p)
{
    std::int32_t& capacity = all.capacity[p];
    std::int32_t const heads = all.clients[p].heads;
    double const occupancy = static_cast<double>(heads) / capacity;
    auto const fiftieth = static_cast<std::int32_t>(0.02 * capacity);
    if (occupancy >= 0.97 && all.cash[p] > 0.0)
        capacity += std::max(1, fiftieth);
    else if (occupancy < 0.60)
        capacity = std::max({capacity - fiftieth, heads, 10});
}

/// The words of one draw per slot of a locality, eight at a time: `act(slot, word 0, word 1)`.
template <class Act>
void for_each_slot(Market const& market, std::int32_t t, std::size_t locality, Act&& act)
{
    CounterBlock draws;
    for (std::size_t first = 0; first < market.size.slots; first += block_of_draws)
    {
        std::size_t const together = std::min(block_of_draws, market.size.slots - first);
        for (std::size_t i = 0; i < together; ++i)
            Draws::address(draws, i, market.locality_keys[locality], Purpose::quality, static_cast<std::uint32_t>(t),
                           static_cast<std::uint16_t>(first + i));
        market.draws.draw(draws);
        for (std::size_t i = 0; i < together; ++i)
            act(first + i, (draws.words[0][i] + 0.5) * 0x1p-32, (draws.words[1][i] + 0.5) * 0x1p-32);
    }
}

struct Totals
{
    double price = 0, quality = 0;
    std::int64_t providers = 0, heads = 0, capacity = 0;

    void add(Providers const& all, std::size_t p)
    {
        price += all.price[p];
        quality += all.quality[p];
        ++providers;
        heads += all.clients[p].heads;
        capacity += all.capacity[p];
    }
};

} // namespace

void open_provider(Market& market, std::int32_t t, std::size_t locality, std::size_t slot, double price)
{
    Providers& all = market.providers;
    std::size_t const p = locality * market.size.slots + slot;
    CounterBlock draws;
    Draws::address(draws, 0, market.locality_keys[locality], Purpose::provider_traits,
                   static_cast<std::uint32_t>(t + 1), static_cast<std::uint16_t>(slot));
    market.draws.draw(draws);
    auto const uniform = [&](std::size_t w) { return (draws.words[w][0] + 0.5) * 0x1p-32; };
    double const usual = market.size.recipients_per_slot();
    all.capacity[p] = static_cast<std::int32_t>(std::floor(usual * (0.9 + 0.4 * uniform(0)) + 0.5));
    all.quality[p] = 0.4 + 0.4 * uniform(1);
    all.price[p] = price > 0.0 ? price : 20.0 + 6.0 * uniform(2);
    all.cash[p] = 1000.0 * usual;
    all.in_red_for[p] = 0;
    all.clients[p] = {};
}

void keep_accounts(Market& market, Paths const& paths, std::int32_t t, std::size_t locality)
{
    Providers& all = market.providers;
    std::size_t const first = locality * market.size.slots;
    auto& closed = market.neighbourhoods[locality].closed;
    closed.clear();
    auto& entrants = market.neighbourhoods[locality].found;
    entrants.clear();
    double revenue = 0.0;
    Totals live;
    for_each_slot(market, t, locality,
                  [&](std::size_t slot, double noise, double entry)
                  {
                      std::size_t const p = first + slot;
                      if (all.capacity[p] == 0)
                      {
                          if (entry < paths.entry)
                              entrants.push_back(static_cast<std::uint32_t>(slot));
                          return;
                      }
                      revenue += trade(all, p, paths, t);
                      all.quality[p] = std::clamp(all.quality[p] + 0.02 * paths.noise * (2.0 * noise - 1.0), 0.0, 1.0);
                      if (paths.opens_month)
                          resize(all, p);
                      all.in_red_for[p] = all.cash[p] < 0.0 ? all.in_red_for[p] + 1 : 0;
                      if (all.in_red_for[p] < paths.patience)
                          return live.add(all, p);
                      closed.push_back(static_cast<std::uint16_t>(slot));
                      all.capacity[p] = 0;
                      all.clients[p] = {};
                  });
    double const price =
        live.providers > 0 ? 0.95 * live.price / static_cast<double>(live.providers) : 2.0 * paths.wage;
    for (std::uint32_t const slot : entrants)
    {
        open_provider(market, t, locality, slot, price);
        live.add(all, first + slot);
    }

    std::size_t const at = static_cast<std::size_t>(t) * market.size.localities + locality;
    Series& series = market.series;
    double const count = std::max(1.0, static_cast<double>(live.providers));
    series.price[at] = static_cast<float>(live.price / count);
    series.occupancy[at] =
        static_cast<float>(static_cast<double>(live.heads) / std::max(1.0, static_cast<double>(live.capacity)));
    series.spend[at] = static_cast<float>(revenue);
    series.provider_exits[at] = static_cast<float>(closed.size());
    series.entries[at] = static_cast<float>(entrants.size());
    series.quality[at] = static_cast<float>(live.quality / count);
    series.waiting[at] = static_cast<float>(market.recipients[locality].seekers.size());
}

} // namespace caremarket::reduced
