#include "scenarios/design_points.hpp"

#include "model/draws.hpp"
#include "model/entity_key.hpp"

#include <boost/random/sobol.hpp>

#include <algorithm>
#include <numeric>

namespace caremarket
{

namespace
{

/// Random numbers of a design: of a factor, by its name.
class FactorDraws
{
public:
    FactorDraws(std::string const& factor, std::uint64_t seed)
        : draws_(seed, 0), key_(key_of(EntityKind::factor, factor))
    {}

    [[nodiscard]] double uniform(std::size_t n, std::uint16_t which) const
    {
        return draws_.uniform(key_, Purpose::design, static_cast<std::uint32_t>(n), which);
    }

private:
    Draws draws_;
    EntityKey key_;
};

enum Draw : std::uint16_t
{
    order_draw,
    within_draw,
    start_draw,
    direction_draw
};

/// 0, 1, 2 … in an order by random numbers; equal ones, which do not come, by number.
template <class Number>
std::vector<std::size_t> order_by(std::size_t count, Number number)
{
    std::vector<double> numbers(count);
    for (std::size_t i = 0; i < count; ++i)
        numbers[i] = number(i);
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&numbers](std::size_t i) { return numbers[i]; });
    return order;
}

} // namespace

std::vector<UnitPoint> latin_hypercube(std::vector<std::string> const& factors, std::size_t count, std::uint64_t seed)
{
    std::vector<UnitPoint> points(count, UnitPoint(factors.size()));
    for (std::size_t f = 0; f < factors.size(); ++f)
    {
        FactorDraws const draws(factors[f], seed);
        auto const parts = order_by(count, [&](std::size_t i) { return draws.uniform(i, order_draw); });
        for (std::size_t i = 0; i < count; ++i)
            points[i][f] = (static_cast<double>(parts[i]) + draws.uniform(i, within_draw)) / static_cast<double>(count);
    }
    return points;
}

std::vector<UnitPoint> sobol_points(std::size_t factors, std::size_t count, std::size_t skipped)
{
    boost::random::sobol sequence(factors);
    sequence.discard(skipped * factors);
    std::vector<UnitPoint> points(count, UnitPoint(factors));
    for (UnitPoint& point : points)
        for (double& coordinate : point)
            coordinate = static_cast<double>(sequence() >> 11) * 0x1p-53; // 53 of its 64 bits
    return points;
}

std::vector<UnitPoint> saltelli_points(std::size_t factors, std::size_t count)
{
    std::vector<UnitPoint> points;
    points.reserve(count * (factors + 2));
    constexpr std::size_t alike = 1023; // and the origin
    for (UnitPoint const& both : sobol_points(2 * factors, count, alike))
    {
        auto const middle = both.begin() + static_cast<std::ptrdiff_t>(factors);
        UnitPoint const a(both.begin(), middle), b(middle, both.end());
        points.push_back(a);
        for (std::size_t f = 0; f < factors; ++f)
        {
            points.push_back(a);
            points.back()[f] = b[f];
        }
        points.push_back(b);
    }
    return points;
}

std::vector<UnitPoint> morris_walks(std::vector<std::string> const& factors, std::size_t walks, std::size_t levels,
                                    std::uint64_t seed)
{
    std::size_t const half = levels / 2; // of the grid: as far as a step goes
    std::vector<FactorDraws> draws;
    draws.reserve(factors.size());
    for (std::string const& factor : factors)
        draws.emplace_back(factor, seed);
    std::vector<UnitPoint> points;
    points.reserve(walks * (factors.size() + 1));
    auto const on_grid = [levels](std::size_t level)
    { return static_cast<double>(level) / static_cast<double>(levels - 1); };
    for (std::size_t walk = 0; walk < walks; ++walk)
    {
        // From a level of the lower half up, or the other way round.
        std::vector<std::size_t> low(factors.size());
        std::vector<bool> goes_up(factors.size());
        UnitPoint at(factors.size());
        for (std::size_t f = 0; f < factors.size(); ++f)
        {
            low[f] = static_cast<std::size_t>(draws[f].uniform(walk, start_draw) * static_cast<double>(half));
            goes_up[f] = draws[f].uniform(walk, direction_draw) < 0.5;
            at[f] = on_grid(goes_up[f] ? low[f] : low[f] + half);
        }
        points.push_back(at);
        for (std::size_t const f :
             order_by(factors.size(), [&](std::size_t i) { return draws[i].uniform(walk, order_draw); }))
        {
            at[f] = on_grid(goes_up[f] ? low[f] + half : low[f]);
            points.push_back(at);
        }
    }
    return points;
}

} // namespace caremarket
