#include "model/rules/sliding_scale.hpp"

namespace caremarket
{

double full_price_units(double volume, SlidingScale const& scale)
{
    if (scale.discount <= 0.0 || volume <= scale.full_until)
        return volume;
    return scale.full_until + (volume - scale.full_until) * (1.0 - scale.discount);
}

} // namespace caremarket
