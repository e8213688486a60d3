#include "model/rules/dispute.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace caremarket;

TEST_CASE("Each pair of members falls out at the rate, so one alone never does")
{
    CHECK(chance_of_dispute(0, 1.0, 1.0) == 0.0);
    CHECK(chance_of_dispute(1, 1.0, 1.0) == 0.0);
    CHECK(chance_of_dispute(2, 0.1, 1.0) == Approx(1.0 - std::exp(-0.1)));
    CHECK(chance_of_dispute(5, 0.1, 0.5) == Approx(1.0 - std::exp(-0.1 * 10 * 0.5))); // ten pairs
    CHECK(chance_of_dispute(5, 0.0, 10.0) == 0.0);
}
