#include "model/rules/building.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

TEST_CASE(
    "Beds are worth what they cost when they would have been built anyway, else less, and never less than closing")
{
    CHECK(worth_after_contract(1000.0, 0.10, 0.10, 200.0) == 1000.0);
    CHECK(worth_after_contract(1000.0, 0.30, 0.10, 200.0) == 1000.0); // as many can be built anew
    CHECK(worth_after_contract(1000.0, 0.05, 0.10, 200.0) == Approx(500.0));
    CHECK(worth_after_contract(1000.0, 0.01, 0.10, 200.0) == 200.0);
    CHECK(worth_after_contract(1000.0, -0.2, 0.10, 200.0) == 200.0);
    CHECK(worth_after_contract(100.0, -0.2, 0.10, 200.0) == 100.0);
}

TEST_CASE("A level payment repays what is used up of an outlay, and the capital in it meanwhile")
{
    CHECK(level_payment(1000.0, 200.0, 4.0, 0.0) == Approx(200.0));
    CHECK(level_payment(1000.0, 1000.0, 4.0, 0.05) == Approx(50.0)); // nothing but interest
    double owed = 1000.0;
    double const paid = level_payment(1000.0, 200.0, 4.0, 0.05);
    for (int year = 0; year < 4; ++year)
        owed = 1.05 * owed - paid;
    CHECK(owed == Approx(200.0));
    CHECK(level_payment(1000.0, 0.0, 5.0, 0.05) > level_payment(1000.0, 0.0, 10.0, 0.05));
    CHECK(level_payment(100.0, 900.0, 5.0, 0.05) < 0.0);
}
