#include "scenarios/distribution.hpp"

#include "scenarios/number_text.hpp"

#include <boost/math/distributions/triangular.hpp>
#include <catch2/catch.hpp>

#include <cmath>
#include <map>

using namespace caremarket;

namespace
{

/// Mean of the values at many evenly spread shares.
double mean_of(Distribution const& distribution)
{
    constexpr int count = 20'000;
    double sum = 0.0;
    for (int i = 0; i < count; ++i)
        sum += quantile_of(distribution, (i + 0.5) / count);
    return sum / count;
}

} // namespace

TEST_CASE("A uniform factor goes from its low to its high end, both met")
{
    Distribution const d{.kind = DistributionKind::uniform, .low = -2.0, .high = 6.0};
    CHECK(quantile_of(d, 0.0) == -2.0);
    CHECK(quantile_of(d, 0.25) == 0.0);
    CHECK(quantile_of(d, 1.0) == 6.0);
    CHECK(value_at(d, 0.375) == "1");
}

TEST_CASE("Half of a log-uniform factor's values lie below its geometric mean, and none outside its range")
{
    Distribution const d{.kind = DistributionKind::log_uniform, .low = 0.01, .high = 100.0};
    CHECK(quantile_of(d, 0.5) == Approx(1.0));
    CHECK(quantile_of(d, 0.25) == Approx(0.1));
    CHECK(quantile_of(d, 0.0) >= 0.01);
    CHECK(quantile_of(d, 1.0) <= 100.0);
}

TEST_CASE("A normal factor is cut off at its range, and spread within as the normal distribution is")
{
    Distribution d{.kind = DistributionKind::normal, .low = 0.0, .high = 20.0, .mode = 0, .mean = 10.0, .spread = 2.0};
    CHECK(quantile_of(d, 0.5) == Approx(10.0));
    CHECK(quantile_of(d, 0.8413447) == Approx(12.0).epsilon(1e-4));
    d.low = 10.0; // the upper half alone: mean + spread × sqrt(2 / pi)
    CHECK(mean_of(d) == Approx(10.0 + 2.0 * std::sqrt(2.0 / 3.14159265358979)).epsilon(1e-3));
    for (double const u : {0.0, 1e-300, 0.5, 1.0})
        CHECK((quantile_of(d, u) >= 10.0 && quantile_of(d, u) <= 20.0));
}

TEST_CASE("A triangular factor has the quantiles of the triangular distribution, its mode at an end included")
{
    for (double const mode : {1.0, 2.5, 4.0})
    {
        Distribution const d{.kind = DistributionKind::triangular, .low = 1.0, .high = 4.0, .mode = mode};
        boost::math::triangular_distribution<> const reference(1.0, mode, 4.0);
        for (double const u : {0.0, 0.1, 0.5, 0.77, 1.0})
            CHECK(quantile_of(d, u) == Approx(quantile(reference, u)));
    }
}

TEST_CASE("A categorical factor takes each of its values alike, the last at the end too")
{
    Distribution const d{.kind = DistributionKind::categorical,
                         .low = 0,
                         .high = 1,
                         .mode = 0,
                         .mean = 0,
                         .spread = 1,
                         .values = {"none", "cpi", "wage-weighted"}};
    std::map<std::string, int> counts;
    for (int i = 0; i <= 300; ++i)
        ++counts[value_at(d, i / 300.0)];
    CHECK(counts.at("none") == 100);
    CHECK(counts.at("cpi") == 100);
    CHECK(counts.at("wage-weighted") == 101);
}

TEST_CASE("A value's text reads back to the same bits")
{
    Distribution const d{.kind = DistributionKind::uniform, .low = 0.0, .high = 0.3};
    for (double const u : {0.1, 1.0 / 3.0, 0.7})
        CHECK(*number_in(value_at(d, u)) == quantile_of(d, u));
}
