#include "model/placement_book.hpp"

#include "tests/support/staged_phases.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

TEST_CASE("With whom placements are is told by owner: a group's homes are one, in whatever order people are added")
{
    constexpr Service home = Service::residential;
    StagedMarket stage = homes_at_600();
    REQUIRE(stage.market.providers_of[stage.market.area(home, 0)].size() >= 2);
    std::vector<PersonSlot> people;
    for (std::size_t const n : {0U, 0U, 1U})
        people.push_back(stage.add_resident(0, home, Funding::council, stage.provider(home, 0, n), 500.0));
    auto const book = [&]
    {
        PlacementBook all;
        for (PersonSlot const person : people)
            all.add(stage.market, 0, person);
        return all;
    };
    CHECK(PlacementBook{}.largest() == 0);
    CHECK(PlacementBook{}.concentrated() == 0.0);
    CHECK(book().value == 150'000);
    CHECK(book().largest() == 100'000);
    CHECK(book().concentrated() == Approx(150'000 * (4.0 + 1.0) / 9.0));

    stage.market.groups.has_failed.resize(1, 0);
    for (std::size_t const n : {0U, 1U})
        stage.market.providers.group[StagedMarket::at(stage.provider(home, 0, n))] = 0;
    CHECK(book().largest() == 150'000);
    CHECK(book().concentrated() == Approx(150'000));
    std::swap(people.front(), people.back());
    CHECK(book().largest() == 150'000);
}
