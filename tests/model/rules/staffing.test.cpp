#include "model/rules/staffing.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace caremarket;

TEST_CASE("Staff leave at the usual rate at outside pay, less when paid more, by the elasticity")
{
    CHECK(quit_rate(0.3, 1.0, 1.0) == Approx(0.3));
    CHECK(quit_rate(0.3, 1.1, 1.0) == Approx(0.3 / 1.1)); // 10 % more pay, about 3 points fewer of 30
    CHECK(0.3 - quit_rate(0.3, 1.1, 1.0) == Approx(0.03).margin(0.004));
    CHECK(quit_rate(0.3, 0.9, 2.0) == Approx(0.3 / 0.81));
    CHECK(quit_rate(0.3, 1.5, 0.0) == Approx(0.3));
}

TEST_CASE("Posts are filled at the pace of the scarcer side, never more than either, and more slowly in longer search")
{
    CHECK(posts_filled(0.0, 10.0, 5.0) == 0.0);
    CHECK(posts_filled(10.0, 0.0, 5.0) == 0.0);
    CHECK(posts_filled(-1.0, 10.0, 5.0) == 0.0);
    for (double const seekers : {0.1, 5.0, 200.0})
        for (double const vacancies : {0.1, 5.0, 200.0})
            for (double const weeks : {0.5, 2.0, 5.0, 52.0})
            {
                double const filled = posts_filled(seekers, vacancies, weeks);
                CHECK(filled > 0.0);
                CHECK(filled <= std::min(seekers, vacancies));
                CHECK(filled == posts_filled(vacancies, seekers, weeks));
                CHECK(posts_filled(2.0 * seekers, vacancies, weeks) > filled);
                CHECK(posts_filled(seekers, vacancies, 2.0 * weeks) <= filled);
            }
    // One of each meet in the stated number of weeks.
    CHECK(posts_filled(1.0, 1.0, 5.0) == Approx(1.0 / 5.0));
}

TEST_CASE("A rise of the wage floor leaves nobody below it and passes a part on to pay just above")
{
    // Floor from 7.20 to 7.50; half of the rise reaches pay up to 15 % above.
    CHECK(pay_after_floor_rise(7.20, 7.20, 7.50, 0.5, 0.15) == 7.50);
    CHECK(pay_after_floor_rise(7.30, 7.20, 7.50, 0.5, 0.15) == 7.50); // 7.45 would still be under it
    CHECK(pay_after_floor_rise(8.00, 7.20, 7.50, 0.5, 0.15) == Approx(8.15));
    CHECK(pay_after_floor_rise(9.00, 7.20, 7.50, 0.5, 0.15) == 9.00); // out of reach
    CHECK(pay_after_floor_rise(8.00, 7.20, 7.50, 0.0, 0.15) == 8.00);
    CHECK(pay_after_floor_rise(8.00, 7.50, 7.20, 0.5, 0.15) == 8.00); // a falling floor takes nothing away
    for (double pay = 7.2; pay < 12.0; pay += 0.01)
        REQUIRE(pay_after_floor_rise(pay, 7.20, 7.50, 0.5, 0.15) >= std::max(pay, 7.50));
}
