#include "model/engine/known_hazard.hpp"

#include "model/engine/hazard_sweep.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace caremarket;

TEST_CASE("An end told in advance is the end that a sweep step by step arrives at")
{
    CHECK(rc::check(
        []
        {
            std::vector<double> hazards;
            auto const ages = *rc::gen::inRange(1, 40);
            for (int age = 0; age < ages; ++age)
                hazards.push_back(*rc::gen::inRange(1, 64) / 64.0); // sums are exact
            KnownHazard const known(hazards);
            std::int32_t const first = *rc::gen::inRange(0, ages + 5);
            double const threshold = *rc::gen::inRange(1, 2000) / 128.0;

            double left = threshold;
            std::int32_t age = first;
            for (; left > hazards[static_cast<std::size_t>(std::min(age, ages - 1))]; ++age)
                left -= hazards[static_cast<std::size_t>(std::min(age, ages - 1))];
            RC_ASSERT(known.age_at_end(first, threshold) == age);
        }));
}
