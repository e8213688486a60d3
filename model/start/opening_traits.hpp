#pragma once

#include <cstdint>

namespace caremarket::opening
{

/// Which draw of `Purpose::opening_care` a trait is.
enum Trait : std::uint16_t
{
    age_trait,
    provider_trait,
    price_trait,
    size_trait,
    band_trait,
    source_trait,
    end_trait,
    capital_trait
};

} // namespace caremarket::opening
