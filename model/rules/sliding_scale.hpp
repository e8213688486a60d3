#pragma once

namespace caremarket
{

/// A contract's price schedule: full price to a volume, less a discount beyond it.
struct SlidingScale
{
    double full_until = 0; ///< [units/week]
    double discount = 0;   ///< [share]
};

/// Units at full price that pay as much as this volume does under the scale [units/week]; the volume itself under a
/// flat price.
/// Source: Cambridgeshire procurement strategy 2016, 3.2.4.
[[nodiscard]] double full_price_units(double volume, SlidingScale const& scale);

} // namespace caremarket
