#include "model/rules/travel.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

TEST_CASE("Travel is as usual at the usual density, half its variable part at four times as much")
{
    CHECK(travel_at_density(0.2, 0.6, 3.0, 3.0, 3.0) == Approx(0.2));
    CHECK(travel_at_density(0.2, 0.6, 3.0, 3.0, 12.0) == Approx(0.2 * (0.4 + 0.3)));
    CHECK(travel_at_density(0.2, 1.0, 3.0, 3.0, 0.75) == Approx(0.4));
}

TEST_CASE("Where density is of no account travel is the usual, bit for bit")
{
    for (double const density : {1e-6, 0.5, 3.0, 1e6})
        CHECK(travel_at_density(0.217, 0.0, 3.0, 3.0, density) == 0.217);
}

TEST_CASE("However thin the work, nobody drives beyond the longest way")
{
    CHECK(travel_at_density(0.2, 1.0, 3.0, 3.0, 1e-12) == Approx(0.6));
    CHECK(travel_at_density(0.2, 1.0, 3.0, 3.0, 0.0) == Approx(0.6));
    CHECK(travel_at_density(0.2, 1.0, 3.0, 5.0, 0.0) == Approx(1.0));
}
