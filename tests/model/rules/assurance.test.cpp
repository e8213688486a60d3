#include "model/rules/assurance.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

TEST_CASE("Assurance has three grades, and the middle one no width where nothing can be put right")
{
    CHECK(assurance_of(0.5, 0.5, 0.3) == Assurance::assured);
    CHECK(assurance_of(0.3, 0.5, 0.3) == Assurance::partly_assured);
    CHECK(assurance_of(0.1, 0.5, 0.3) == Assurance::not_assured);
    CHECK(assurance_of(0.4999, 0.5, 0.0) == Assurance::not_assured);
}
