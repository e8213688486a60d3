#include "analysis/paired.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <vector>

using namespace caremarket;

namespace
{

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
using Values = std::vector<double>;

} // namespace

TEST_CASE("A paired difference is the one in the textbook: Student's extra hours of sleep, 1908")
{
    Values const first{0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    Values const second{1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
    PairedDifference const d = paired_difference(first, second);
    CHECK(d.n == 10);
    CHECK(d.mean == Approx(1.58));
    CHECK(d.mean / d.standard_error == Approx(4.062128));
    CHECK(d.lower == Approx(0.7001142));
    CHECK(d.upper == Approx(2.4598858));
    CHECK(d.positive == 9);
    CHECK(d.share_positive() == Approx(0.9));
    CHECK_FALSE(d.is_noise());
    CHECK_FALSE(d.replicates_to_settle);
}

TEST_CASE("Noise that both strategies meet cancels: pairing matters")
{
    Values const baseline{1000.0, 5000.0, -3000.0, 8000.0};
    Values const other{1001.0, 5002.0, -2999.0, 8002.0};
    PairedDifference const d = paired_difference(baseline, other);
    CHECK(d.mean == Approx(1.5));
    CHECK(d.lower == Approx(1.5 - 3.182446 * 0.2886751).epsilon(1e-6));
    CHECK(d.lower > 0);
}

TEST_CASE("Pairs with a value missing are left out and counted")
{
    PairedDifference const d = paired_difference(Values{1, missing, 3, 4}, Values{2, 3, missing, 7});
    CHECK(d.n == 2);
    CHECK(d.left_out == 2);
    CHECK(d.mean == 2.0);
}

TEST_CASE("The same values in every pair are no difference, and not noise")
{
    PairedDifference const d = paired_difference(Values{1, 2, 3}, Values{1, 2, 3});
    CHECK(d.is_none());
    CHECK_FALSE(d.is_noise());
    CHECK(d.lower == 0.0);
    CHECK(d.upper == 0.0);
    CHECK_FALSE(d.replicates_to_settle);
}

TEST_CASE("A difference in the last bits is rounding, not policy")
{
    PairedDifference const d = paired_difference(Values{0.3, 1e9}, Values{0.1 + 0.2, 1e9 * (1 + 1e-15)});
    CHECK(d.is_none());
}

TEST_CASE("A difference that never varies is certain")
{
    PairedDifference const d = paired_difference(Values{0.1, 0.1, 0.1});
    CHECK(d.mean == 0.1);
    CHECK(d.lower == 0.1);
    CHECK(d.standard_error == 0.0);
    CHECK_FALSE(d.is_noise());
}

TEST_CASE("One pair gives a difference and no interval, none gives nothing")
{
    PairedDifference const one = paired_difference(Values{5.0});
    CHECK(one.mean == 5.0);
    CHECK(one.is_unjudged());
    CHECK(std::isnan(one.lower));
    PairedDifference const none = paired_difference(Values{missing});
    CHECK(none.n == 0);
    CHECK(none.left_out == 1);
    CHECK(std::isnan(none.mean));
    CHECK_FALSE(none.is_none());
}

TEST_CASE("Replicates that would settle a difference are those of the usual power calculation")
{
    CHECK(pairs_to_settle(0.5, 1.0) == 34); // R: power.t.test(delta = 0.5, power = 0.8, type = "paired") gives 33.4
    CHECK(pairs_to_settle(-0.5, 1.0) == 34);
    CHECK_FALSE(pairs_to_settle(1e-9, 1.0));

    PairedDifference const noise = paired_difference(Values{3, -2, 4, -3});
    REQUIRE(noise.is_noise());
    REQUIRE(noise.replicates_to_settle);
    CHECK(*noise.replicates_to_settle > noise.n);
}

TEST_CASE("A difference keeps its meaning in another unit")
{
    PairedDifference const pounds = divided(paired_difference(Values{100, 300}), 100);
    CHECK(pounds.mean == 2.0);
    CHECK(pounds.upper == Approx(2.0 + 12.7062).epsilon(1e-5));
}

TEST_CASE("The interval of a chance is exact")
{
    Chance const most = chance_of(73, 100);
    CHECK(most.lower == Approx(0.632).margin(5e-4));
    CHECK(most.upper == Approx(0.814).margin(5e-4));
    Chance const never = chance_of(0, 10);
    CHECK(never.lower == 0.0);
    CHECK(never.upper == Approx(1 - std::pow(0.025, 0.1)));
    CHECK(chance_of(10, 10).upper == 1.0);
    CHECK(std::isnan(chance_of(0, 0).lower));
}
