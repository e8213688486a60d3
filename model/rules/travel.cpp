#include "model/rules/travel.hpp"

#include <algorithm>
#include <cmath>

namespace caremarket
{

double travel_at_density(double usual, double weight, double usual_density, double longest, double density)
{
    if (weight <= 0.0)
        return usual;
    // The tiny density keeps the division whole; `longest` is reached far above it.
    double const away = std::min(longest, std::sqrt(usual_density / std::max(density, 1e-9)));
    return usual * (1.0 - weight + weight * away);
}

} // namespace caremarket
