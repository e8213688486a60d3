#include "model/geography.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

namespace
{

/// A - 10 - B - 15 - C, a long way 40 from A to C, and D that no road reaches.
Place four_towns()
{
    Place place;
    for (char const* code : {"A", "B", "C", "D"})
    {
        LocalityInput locality;
        locality.code = code;
        place.localities.push_back(locality);
    }
    place.travel = {{"A", "B", 10.0}, {"A", "C", 40.0}, {"B", "C", 15.0}};
    return place;
}

std::vector<LocalityId> ids(std::vector<Reachable> const& area)
{
    std::vector<LocalityId> list;
    for (Reachable const& r : area)
        list.push_back(r.locality);
    return list;
}

} // namespace

TEST_CASE("A market area holds every locality within the journey, by the shortest road, itself at no distance")
{
    Geography const geography(four_towns(), 25.0);
    CHECK(ids(geography.market_area(0)) == std::vector<LocalityId>{0, 1, 2});
    CHECK(geography.market_area(0)[0].minutes == 0.0);
    CHECK(geography.market_area(0)[1].minutes == 10.0);
    CHECK(geography.market_area(0)[2].minutes == 25.0); // through B, not the road of 40
    CHECK(geography.market_area(2)[0].minutes == 25.0); // and back
    CHECK(ids(geography.market_area(3)) == std::vector<LocalityId>{3});
}

TEST_CASE("Market areas overlap and shrink with the journey people accept")
{
    Geography const near(four_towns(), 15.0);
    CHECK(ids(near.market_area(0)) == std::vector<LocalityId>{0, 1});
    CHECK(ids(near.market_area(1)) == std::vector<LocalityId>{0, 1, 2});
    CHECK(ids(near.market_area(2)) == std::vector<LocalityId>{1, 2});
    Geography const none(four_towns(), 0.0);
    for (LocalityId id = 0; id < 4; ++id)
        CHECK(ids(none.market_area(id)) == std::vector<LocalityId>{id});
}
