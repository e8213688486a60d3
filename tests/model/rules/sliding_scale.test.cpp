#include "model/rules/sliding_scale.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

TEST_CASE("Beyond a volume a sliding scale pays less for every further unit, and up to it the full price")
{
    SlidingScale const scale{.full_until = 10.0, .discount = 0.25};
    CHECK(full_price_units(0.0, scale) == 0.0);
    CHECK(full_price_units(9.5, scale) == 9.5);
    CHECK(full_price_units(10.0, scale) == 10.0);
    CHECK(full_price_units(14.0, scale) == 13.0);
}

TEST_CASE("Without a discount the scale changes no bit of any volume")
{
    for (int i = 1; i < 1000; ++i)
    {
        double const volume = 0.1 * i / 3.0;
        CHECK(full_price_units(volume, {.full_until = 7.0, .discount = 0.0}) == volume);
    }
}
