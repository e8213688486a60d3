#include "model/rules/pay_conditions.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

TEST_CASE("An hour under a contract is paid what the provider offers, or the contract's floor if that is more")
{
    CHECK(pay_under({}, 8.0, 9.0) == 8.0);
    CHECK(pay_under({.floor = 1.0}, 8.0, 9.0) == 9.0);
    CHECK(pay_under({.floor = 1.0}, 9.5, 9.0) == 9.5);
    CHECK(pay_under({.floor = 1.1}, 8.0, 9.0) == Approx(9.9));
    CHECK(pay_under({.floor = 1.0}, 8.0, 0.0) == 8.0); // nobody knows it
}
