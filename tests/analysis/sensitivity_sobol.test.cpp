#include "analysis/sensitivity_sobol.hpp"

#include "scenarios/design_points.hpp"
#include "sensitivity_functions.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace caremarket;

namespace
{

void check_intervals_hold(SobolIndices const& indices, KnownIndices const& known)
{
    REQUIRE(indices.factors.size() == known.first.size());
    for (std::size_t f = 0; f < known.first.size(); ++f)
    {
        FactorIndices const& found = indices.factors[f];
        CAPTURE(found.factor, found.first.value, found.total.value, known.first[f], known.total[f]);
        CHECK(found.first.interval.holds(known.first[f]));
        CHECK(found.total.interval.holds(known.total[f]));
        CHECK(found.first.interval.holds(found.first.value));
        CHECK(found.total.interval.holds(found.total.value));
    }
}

/// Intervals so wide that they hold anything show nothing.
double widest(SobolIndices const& indices)
{
    double width = 0;
    for (FactorIndices const& factor : indices.factors)
        for (VarianceIndex const* const index : {&factor.first, &factor.total})
            width = std::max(width, index->interval.upper - index->interval.lower);
    return width;
}

void check_same(SobolIndices const& a, SobolIndices const& b)
{
    for (std::size_t f = 0; f < a.factors.size(); ++f)
    {
        CHECK(a.factors[f].first.value == b.factors[f].first.value);
        CHECK(a.factors[f].total.value == b.factors[f].total.value);
        CHECK(a.factors[f].first.interval.lower == b.factors[f].first.interval.lower);
        CHECK(a.factors[f].total.interval.upper == b.factors[f].total.interval.upper);
    }
}

} // namespace

TEST_CASE("Intervals of the Sobol indices of Ishigami's function hold those by formula")
{
    auto const small = sobol_indices(swept(ishigami, saltelli_points(3, 1024)));
    check_intervals_hold(small, indices_of_ishigami());
    CHECK(widest(small) < 0.2);
    auto const large = sobol_indices(swept(ishigami, saltelli_points(3, 4096)));
    check_intervals_hold(large, indices_of_ishigami());
    CHECK(widest(large) < 0.1);
    CHECK(large.by_total().front()->factor == "x1");
    CHECK(large.factors[2].interactions() == Approx(indices_of_ishigami().total[2]).margin(0.02));
    CHECK(large.sum_of_first == Approx(1 - indices_of_ishigami().total[2]).margin(0.02));
}

TEST_CASE("Intervals of the Sobol indices of Sobol's g-function hold those by formula")
{
    auto const small = sobol_indices(swept(sobol_g, saltelli_points(8, 1024)));
    check_intervals_hold(small, indices_of_sobol_g());
    CHECK(widest(small) < 0.2);
    auto const large = sobol_indices(swept(sobol_g, saltelli_points(8, 2048)));
    check_intervals_hold(large, indices_of_sobol_g());
    CHECK(widest(large) < 0.12);
    CHECK(large.outcomes.missing == 0);
    CHECK(large.base_points == 2048);
    CHECK(large.whole_base_points == 2048);
}

TEST_CASE("Samples that failed leave Sobol indices right, and each says how many base points it lost")
{
    for (double const share : {0.02, 0.1})
    {
        auto const ishigami_runs = with_gaps(swept(ishigami, saltelli_points(3, 2048)), share);
        check_intervals_hold(sobol_indices(ishigami_runs), indices_of_ishigami());
        auto const g_runs = with_gaps(swept(sobol_g, saltelli_points(8, 2048)), share);
        auto const g = sobol_indices(g_runs);
        check_intervals_hold(g, indices_of_sobol_g());
        CHECK(static_cast<double>(g.outcomes.missing) == Approx(share * 20480).epsilon(0.15));
        CHECK(g.whole_base_points < g.factors[0].first.used);
    }
}

TEST_CASE("A missing sample costs the indices that need it, and no others")
{
    auto runs = swept(ishigami, saltelli_points(3, 64));
    runs.outcomes[0] = missing_outcome;         // A of the first base point: every index
    runs.outcomes[5 + 4] = missing_outcome;     // B of the second: first order of every factor
    runs.outcomes[2 * 5 + 2] = missing_outcome; // x2 from B of the third: both of x2
    runs.outcomes[3 * 5 + 2] = 1.0 / 0.0;       // what is no number is missing
    auto const indices = sobol_indices(runs);
    CHECK(indices.outcomes.samples == 64 * 5);
    CHECK(indices.outcomes.missing == 4);
    CHECK(indices.whole_base_points == 60);
    CHECK(indices.factors[0].first.left_out == 2);
    CHECK(indices.factors[0].total.left_out == 1);
    CHECK(indices.factors[1].first.left_out == 4);
    CHECK(indices.factors[1].total.left_out == 3);
    CHECK(indices.factors[1].total.used == 61);
    CHECK(indices.factors[2].first.left_out == 2);
    CHECK(indices.factors[2].total.left_out == 1);
}

TEST_CASE("Sobol indices do not depend on the order of base points, and the same seed gives the same intervals")
{
    auto const runs = with_gaps(swept(ishigami, saltelli_points(3, 256)), 0.05);
    auto const indices = sobol_indices(runs);
    check_same(indices, sobol_indices(with_groups_reversed(runs, 5)));
    check_same(indices, sobol_indices(runs));
    auto const other_seed = sobol_indices(runs, {.count = 1000, .seed = 2});
    CHECK(other_seed.factors[0].total.value == indices.factors[0].total.value);
    CHECK(other_seed.factors[0].total.interval.lower != indices.factors[0].total.interval.lower);
    CHECK(other_seed.factors[0].total.interval.lower == Approx(indices.factors[0].total.interval.lower).margin(0.03));
}

TEST_CASE("Sobol indices are the same in another unit, however far from nothing the outcomes lie")
{
    auto const runs = swept(ishigami, saltelli_points(3, 512));
    auto const indices = sobol_indices(runs);
    auto const scaled = sobol_indices(with_outcomes(runs, [](double y) { return 2.5e6 * y + 3e9; }));
    for (std::size_t f = 0; f < 3; ++f)
    {
        CHECK(scaled.factors[f].first.value == Approx(indices.factors[f].first.value).margin(1e-9));
        CHECK(scaled.factors[f].total.value == Approx(indices.factors[f].total.value).margin(1e-9));
        CHECK(scaled.factors[f].first.interval.lower == Approx(indices.factors[f].first.interval.lower).margin(1e-9));
    }
}

TEST_CASE("A single factor makes all of the variance, and one that does nothing makes none")
{
    auto const alone = sobol_indices(swept([](Point const& u) { return u[0] * u[0]; }, saltelli_points(1, 1024)));
    CHECK(alone.factors[0].first.value == Approx(1.0).margin(0.03));
    CHECK(alone.factors[0].total.value == Approx(1.0).margin(0.03));
    CHECK(alone.factors[0].total.interval.holds(1.0));
    auto const idle = sobol_indices(swept([](Point const& u) { return u[1]; }, saltelli_points(2, 128)));
    CHECK(idle.factors[0].first.value == 0.0);
    CHECK(idle.factors[0].total.value == 0.0);
    CHECK(idle.factors[0].total.interval.upper == 0.0);
}

TEST_CASE("Outcomes that never change have no variance to share out")
{
    for (double const outcome : {0.0, 0.1, 1e12})
    {
        auto const indices = sobol_indices(swept([=](Point const&) { return outcome; }, saltelli_points(3, 32)));
        CHECK(indices.outcomes.is_constant);
        CHECK(std::isnan(indices.factors[0].first.value));
        CHECK(std::isnan(indices.factors[0].total.interval.lower));
        CHECK(std::isnan(indices.sum_of_first));
        CHECK(indices.factors[0].total.used == 32);
    }
    auto rounded = swept([](Point const&) { return 1e9; }, saltelli_points(3, 32));
    rounded.outcomes[7] *= 1 + 1e-15;
    CHECK(sobol_indices(rounded).outcomes.is_constant);
}

TEST_CASE("A sweep of which nothing ran gives no index, one base point no interval")
{
    auto nothing = swept(ishigami, saltelli_points(3, 4));
    nothing.outcomes.assign(nothing.samples(), missing_outcome);
    auto const none = sobol_indices(nothing);
    CHECK(none.outcomes.known() == 0);
    CHECK(none.factors[0].first.used == 0);
    CHECK(std::isnan(none.factors[0].first.value));
    CHECK(std::isnan(none.factors[0].first.interval.lower));
    CHECK(std::isnan(sobol_indices(swept(ishigami, saltelli_points(3, 1))).factors[0].total.interval.lower));
}

TEST_CASE("The share of variance that is noise of replicates is told when their errors are known")
{
    auto runs = swept(ishigami, saltelli_points(3, 1024));
    double const variance = outcomes_of(runs).variance;
    CHECK(std::isnan(outcomes_of(runs).noise_share));
    double const error = std::sqrt(variance / 4); // so a fifth of all
    for (std::size_t sample = 0; sample < runs.samples(); ++sample)
        runs.outcomes[sample] += error * normal_chance(sample);
    runs.errors.assign(runs.samples(), error);
    auto const indices = sobol_indices(runs);
    CHECK(indices.outcomes.noise_share == Approx(0.2).margin(0.02));
    // Noise is no factor's: first-order indices shrink by it and totals hold it.
    CHECK(indices.factors[1].first.interval.holds(0.8 * indices_of_ishigami().first[1]));
    CHECK(indices.factors[1].total.interval.holds(0.8 * indices_of_ishigami().total[1] + 0.2));
}
