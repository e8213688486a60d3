#include "model/rules/offers.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace caremarket;

TEST_CASE("An offer is refused more often far away, less often after a wait, and never more than always")
{
    CHECK(chance_of_refusal(0.08, 0.005, 0.0, 0.0, 6.0) == Approx(0.08));
    CHECK(chance_of_refusal(0.08, 0.005, 20.0, 0.0, 6.0) == Approx(0.18));
    CHECK(chance_of_refusal(0.08, 0.005, 20.0, 6.0, 6.0) == Approx(0.18 * std::exp(-1.0)));
    CHECK(chance_of_refusal(0.8, 0.1, 60.0, 0.0, 6.0) == 1.0);
    CHECK(chance_of_refusal(0.0, 0.0, 60.0, 0.0, 6.0) == 0.0);
}
