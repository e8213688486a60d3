#include "model/draws.hpp"

namespace caremarket
{

namespace
{

constexpr double largest_piece = 600.0;

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
    double const u = uniform(entity, purpose, occasion, draw);
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

} // namespace caremarket
