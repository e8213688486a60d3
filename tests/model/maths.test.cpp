#include "model/maths.hpp"

#include <catch2/catch.hpp>

#include <boost/math/distributions/normal.hpp>

#include <bit>
#include <cfloat>
#include <cmath>
#include <cstdint>
#include <cstdlib>

using namespace caremarket;

namespace
{

/// Distance of two numbers of one sign in units in the last place.
std::int64_t ulps(double a, double b)
{
    return std::abs(std::bit_cast<std::int64_t>(a) - std::bit_cast<std::int64_t>(b));
}

/// 0 … 1, low discrepancy, so that each test covers its range evenly and is the same every time.
double part(int i)
{
    double const x = 0.5 + i * 0.61803398874989484820;
    return x - std::floor(x);
}

constexpr int count = 200'000;

} // namespace

TEST_CASE("exp agrees with the C library to two units in the last place, from -700 to 700")
{
    std::int64_t worst = 0;
    for (int i = 0; i < count; ++i)
    {
        double const x = 1400.0 * part(i) - 700.0;
        worst = std::max(worst, ulps(maths::exp(x), std::exp(x)));
        double const small = 2.0 * part(i) - 1.0;
        worst = std::max(worst, ulps(maths::exp(small), std::exp(small)));
    }
    CHECK(worst <= 2);
    CHECK(maths::exp(0.0) == 1.0);
    CHECK(maths::exp(-709.0) == 0.0);
    CHECK(maths::exp(-1e300) == 0.0);
    CHECK(maths::exp(1e300) == maths::exp(709.0));
    CHECK(std::isfinite(maths::exp(1e300)));
}

TEST_CASE("exp never falls as its argument rises")
{
    double before = 0.0;
    for (int i = 0; i < count; ++i)
    {
        double const now = maths::exp(-2.0 + 4.0 * i / count);
        REQUIRE(now >= before);
        before = now;
    }
}

TEST_CASE("log agrees with the C library to three units in the last place over all normal numbers")
{
    std::int64_t worst = 0;
    for (int i = 0; i < count; ++i)
    {
        double const wide = std::exp2(2000.0 * part(i) - 1000.0);
        worst = std::max(worst, ulps(maths::log(wide), std::log(wide)));
        double const near_one = 0.5 + 1.5 * part(i);
        worst = std::max(worst, ulps(maths::log(near_one), std::log(near_one)));
    }
    CHECK(worst <= 3);
    CHECK(maths::log(1.0) == 0.0);
    CHECK(maths::log(DBL_MIN) == Approx(std::log(DBL_MIN)).epsilon(1e-15));
    CHECK(maths::log(DBL_MAX) == Approx(std::log(DBL_MAX)).epsilon(1e-15));
}

TEST_CASE("pow agrees with the C library to the error its exponent carries")
{
    for (int i = 0; i < count; ++i)
    {
        double const x = std::exp2(20.0 * part(i) - 10.0);
        double const y = 12.0 * part(i + 77777) - 6.0;
        double const exact = std::pow(x, y);
        double const allowed = 4.0 * DBL_EPSILON * (1.0 + std::abs(y * std::log(x)));
        REQUIRE(std::abs(maths::pow(x, y) / exact - 1.0) <= allowed);
    }
    CHECK(maths::pow(3.0, 0.0) == 1.0);
    CHECK(maths::pow(1.0, 123.4) == 1.0);
}

TEST_CASE("The normal distribution agrees with Boost.Math to 1e-15, and to eight figures in its far tail")
{
    boost::math::normal const standard;
    for (int i = 0; i < 20'000; ++i)
    {
        double const z = 16.0 * part(i) - 8.0;
        REQUIRE(std::abs(maths::normal_cdf(z) - boost::math::cdf(standard, z)) < 1e-15);
        double const tail = -36.0 * part(i);
        REQUIRE(std::abs(maths::normal_cdf(tail) / boost::math::cdf(standard, tail) - 1.0) < 1e-8);
    }
    CHECK(maths::normal_cdf(-40.0) == 0.0);
    CHECK(maths::normal_cdf(40.0) == 1.0);
}

TEST_CASE("The normal distribution and its inverse have no step where their approximations meet")
{
    for (double const seam : {-7.07106781186547, 7.07106781186547})
        CHECK(maths::normal_cdf(seam - 1e-12) == Approx(maths::normal_cdf(seam + 1e-12)).epsilon(1e-8));
    for (double const seam : {0.075, 0.925, std::exp(-25.0)})
        CHECK(maths::normal_quantile(seam * (1.0 - 1e-12)) ==
              Approx(maths::normal_quantile(seam * (1.0 + 1e-12))).epsilon(1e-10));
}

TEST_CASE("Normal quantiles agree with Boost.Math from the smallest to the largest uniform draw")
{
    boost::math::normal const standard;
    for (int i = 0; i < 20'000; ++i)
    {
        double const p = 0.0001 + 0.9998 * part(i);
        REQUIRE(maths::normal_quantile(p) == Approx(boost::math::quantile(standard, p)).epsilon(1e-13).margin(1e-14));
    }
    for (double const p : {0x1p-53, 1e-12, 1e-6, 1.0 - 0x1p-53})
        CHECK(maths::normal_quantile(p) == Approx(boost::math::quantile(standard, p)).epsilon(1e-13));
    CHECK(maths::normal_quantile(0.5) == 0.0);
}

TEST_CASE("Halves are rounded to the even neighbour")
{
    CHECK(maths::round_half_even(0.5) == 0.0);
    CHECK(maths::round_half_even(1.5) == 2.0);
    CHECK(maths::round_half_even(2.5) == 2.0);
    CHECK(maths::round_half_even(-2.5) == -2.0);
    CHECK(maths::round_half_even(2.5000001) == 3.0);
}
