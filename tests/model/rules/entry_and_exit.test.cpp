#include "model/rules/entry_and_exit.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

TEST_CASE("Carrying on is worth today's margin for ever at the rate, and a loss is worth less than nothing")
{
    CHECK(value_of_carrying_on(100.0, 0.05) == Approx(100.0 * 52.18 / 0.05));
    CHECK(value_of_carrying_on(-100.0, 0.05) < 0.0);
    CHECK(value_of_carrying_on(0.0, 0.05) == 0.0);
    CHECK(value_of_carrying_on(100.0, 0.05) > value_of_carrying_on(100.0, 0.10));
    CHECK(value_of_carrying_on(100.0, 0.0) == value_of_carrying_on(100.0, 0.001)); // no rate: large, not infinite
}

TEST_CASE("A firm's return on opening is a year's margin over what opening costs")
{
    // 20 units at 5 pounds margin less 40 fixed: 60 a week on 10,000.
    CHECK(return_on_entry(15.0, 10.0, 40.0, 20.0, 10'000.0) == Approx(60.0 * 52.18 / 10'000.0));
    CHECK(return_on_entry(15.0, 10.0, 100.0, 20.0, 10'000.0) == Approx(0.0).margin(1e-12));
    CHECK(return_on_entry(9.0, 10.0, 40.0, 20.0, 10'000.0) < 0.0);
    CHECK(return_on_entry(16.0, 10.0, 40.0, 20.0, 10'000.0) > return_on_entry(15.0, 10.0, 40.0, 20.0, 10'000.0));
    CHECK(return_on_entry(15.0, 10.0, 40.0, 20.0, 20'000.0) < return_on_entry(15.0, 10.0, 40.0, 20.0, 10'000.0));
}
