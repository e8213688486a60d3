#include "model/draws.hpp"

namespace caremarket
{

namespace
{

constexpr double largest_piece = 600.0;

/// \pre 0 < mean <= largest_piece
std::uint32_t poisson_from(double u, double mean)
{
    // The chance of nobody is e to the minus mean, which is above 1 - mean: most draws of small means need no more.
    if (u < 1.0 - mean)
        return 0;
    double chance = maths::exp(-mean);
    double below = chance;
    std::uint32_t count = 0;
    while (u > below && chance > 0.0)
    {
        ++count;
        chance *= mean / count;
        below += chance;
    }
    return count;
}

} // namespace

std::uint32_t Draws::poisson(double mean, EntityKey entity, Purpose purpose, std::uint32_t occasion,
                             std::uint16_t draw) const
{
    if (mean <= 0.0)
        return 0;
    if (mean > largest_piece)
    {
        // The chance of 0 underflows beyond 700: a sum of independent pieces has the same distribution.
        auto const pieces = static_cast<std::uint32_t>(mean / largest_piece) + 1;
        std::uint32_t sum = 0;
        for (std::uint32_t piece = 0; piece < pieces; ++piece)
            sum += poisson(mean / pieces, entity, purpose, occasion, static_cast<std::uint16_t>(draw | piece << 8));
        return sum;
    }
    return poisson_from(uniform(entity, purpose, occasion, draw), mean);
}

std::array<std::uint32_t, block_of_draws> Draws::poisson_of_eight(std::array<double, block_of_draws> const& means,
                                                                  EntityKey entity, Purpose purpose,
                                                                  std::uint32_t occasion, std::uint16_t first) const
{
    CounterBlock lots;
    for (std::size_t i = 0; i < block_of_draws; ++i)
        address(lots, i, entity, purpose, occasion, static_cast<std::uint16_t>(first + i));
    draw(lots);
    std::array<std::uint32_t, block_of_draws> counts{};
    for (std::size_t i = 0; i < block_of_draws; ++i)
    {
        if (means[i] > largest_piece)
            counts[i] = poisson(means[i], entity, purpose, occasion, static_cast<std::uint16_t>(first + i));
        else if (means[i] > 0.0)
            counts[i] = poisson_from(uniform_of(lots, i), means[i]);
    }
    return counts;
}

} // namespace caremarket
