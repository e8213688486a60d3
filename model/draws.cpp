#include "model/draws.hpp"

namespace caremarket
{

std::uint32_t Draws::poisson(double mean, EntityKey entity, Purpose purpose, std::uint32_t occasion,
                             std::uint16_t draw) const
{
    if (mean <= 0.0)
        return 0;
    // The chance of 0 underflows beyond 700; a sum of halves then is the same distribution, still monotone in mean.
    if (mean > 600.0)
        return poisson(0.5 * mean, entity, purpose, occasion, draw) +
               poisson(0.5 * mean, entity, purpose, occasion, static_cast<std::uint16_t>(draw | 0x8000));
    double const u = uniform(entity, purpose, occasion, draw);
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
