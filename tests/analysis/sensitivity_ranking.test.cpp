#include "analysis/sensitivity_ranking.hpp"

#include "scenarios/design_points.hpp"
#include "sensitivity_functions.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace caremarket;

namespace
{

/// Two replicates with this difference between the strategies, give or take.
PairedDifference differing(double mean, double apart)
{
    return paired_difference(std::vector<double>{mean - apart, mean + apart});
}
PairedDifference missing_difference()
{
    return paired_difference(std::vector<double>{missing_outcome});
}

/// The strategy is dearer by what the point says, under one outlook; replicates agree.
ComparedRuns compared(TestFunction const& difference, std::vector<Point> const& points)
{
    ComparedRuns runs{.strategy = "frameworks",
                      .other = "spot",
                      .better = Better::down,
                      .factors = {},
                      .points = points,
                      .values = points,
                      .group = 1,
                      .outlooks = {"central"},
                      .differences = {{}}};
    for (std::size_t f = 0; f < points.front().size(); ++f)
        runs.factors.push_back({.name = "x" + std::to_string(f + 1), .unit = "1/year"});
    for (Point const& point : points)
        runs.differences[0].push_back(differing(difference(point), 0));
    return runs;
}

std::vector<Point> hypercube(std::size_t count)
{
    return latin_hypercube({"x1", "x2"}, count, 1);
}

} // namespace

TEST_CASE("The share of samples in which a strategy is better has the exact interval of a chance")
{
    auto const ranking = ranking_robustness(compared([](Point const& u) { return u[0] - 0.73; }, hypercube(100)));
    OrderCount const& count = ranking.outlooks[0].count;
    CHECK(count.better.met == 73);
    CHECK(count.better.of == 100);
    CHECK(count.worse == 27);
    CHECK(count.share() == Approx(0.73));
    CHECK(count.better.lower == Approx(0.632).margin(5e-4));
    CHECK(count.better.upper == Approx(0.814).margin(5e-4));
    CHECK(ranking.better_under_all.met == 73);
    CHECK(ranking.worse_under_all.met == 27);
}

TEST_CASE("What is better depends on which way an outcome is good")
{
    auto runs = compared([](Point const& u) { return u[0] - 0.73; }, hypercube(100));
    runs.better = Better::up;
    CHECK(ranking_robustness(runs).outlooks[0].count.better.met == 27);
    runs.better = Better::neither;
    CHECK(ranking_robustness(runs).outlooks[0].count.better.met == 27);
}

TEST_CASE("A difference is clear when it is beyond the noise of its own replicates")
{
    auto runs = compared([](Point const&) { return 0; }, hypercube(7));
    runs.differences[0] = {differing(-1, 0.01), differing(-1, 5), differing(1, 0.01),
                           differing(1, 5),     differing(0, 0),  paired_difference(std::vector<double>{-3}),
                           missing_difference()};
    OrderCount const count = ranking_robustness(runs).outlooks[0].count;
    CHECK(count.better.met == 3);
    CHECK(count.better.of == 6);
    CHECK(count.worse == 2);
    CHECK(count.same() == 1);
    CHECK(count.left_out == 1);
    CHECK(count.judged == 5);
    CHECK(count.clearly_better == 1);
    CHECK(count.clearly_worse == 1);
}

TEST_CASE("The factor whose thirds differ most is where the order turns")
{
    auto runs = compared([](Point const& u) { return u[1] + 0.1 * u[0] - 0.55; }, hypercube(90));
    for (Point& values : runs.values)
        values[1] = 10 + 5 * values[1];
    auto const ranking = ranking_robustness(runs);
    OrderByFactor const& first = *ranking.outlooks[0].by_spread().front();
    CHECK(first.factor == "x2");
    CHECK(first.unit == "1/year");
    REQUIRE(first.parts.size() == 3);
    CHECK(first.parts[0].name == "lower third");
    CHECK(first.parts[0].better.met == 30);
    CHECK(first.parts[2].better.met == 0);
    CHECK(first.parts[2].better.of == 30);
    CHECK(first.parts[0].from == Approx(10).margin(0.06));
    CHECK(first.parts[0].to == Approx(10 + 5.0 / 3).margin(0.06));
    CHECK(first.best()->name == "lower third");
    CHECK(first.worst()->name == "upper third");
    CHECK(first.spread() == 1);
    CHECK(first.turns_order());
    CHECK_FALSE(ranking.outlooks[0].factors[0].turns_order());
    CHECK(ranking.outlooks[0].factors[0].spread() < 0.3);
}

TEST_CASE("Both ends of a range belong to their thirds")
{
    auto const order =
        ranking_robustness(compared([](Point const& u) { return u[0] - 0.5; }, {{0}, {0.4}, {0.6}, {1}, {1}}))
            .outlooks[0]
            .factors[0];
    CHECK(order.parts[0].better.of == 1);
    CHECK(order.parts[1].better.of == 2);
    CHECK(order.parts[2].better.of == 2);
    CHECK(order.parts[2].to == 1);
}

TEST_CASE("A strategy that is better everywhere has no factor that turns the order")
{
    auto const always = ranking_robustness(compared([](Point const& u) { return -1 - u[0]; }, hypercube(60)));
    CHECK(always.outlooks[0].factors[0].spread() == 0);
    CHECK_FALSE(always.outlooks[0].factors[0].is_clear());
    // Better in all of one third and in two thirds of another: clear, and still better in both.
    auto const mostly = ranking_robustness(
        compared([](Point const& u) { return u[0] > 0.9 ? 1.0 : -1.0; }, latin_hypercube({"x1", "x2"}, 600, 1)));
    CHECK(mostly.outlooks[0].factors[0].is_clear());
    CHECK_FALSE(mostly.outlooks[0].factors[0].turns_order());
}

TEST_CASE("A categorical factor is told by its levels; those that no sample has are passed over")
{
    auto runs = compared([](Point const& u) { return u[0] < 0.5 ? -1 : 1; }, hypercube(80));
    runs.factors[0].levels = {"fixed", "indexed", "never"};
    for (std::size_t sample = 0; sample < 80; ++sample)
        runs.values[sample][0] = runs.points[sample][0] < 0.5 ? 0 : 1;
    OrderByFactor const order = ranking_robustness(runs).outlooks[0].factors[0];
    CHECK(order.parts[0].name == "fixed");
    CHECK(order.parts[0].better.met == 40);
    CHECK(std::isnan(order.parts[0].from));
    CHECK(order.parts[2].better.of == 0);
    CHECK(order.worst()->name == "indexed");
    CHECK(order.turns_order());
}

TEST_CASE("Under several outlooks a sample counts once, and only if it was compared under each")
{
    auto runs = compared([](Point const& u) { return u[0] - 0.8; }, hypercube(100));
    runs.outlooks = {"central", "low", "high"};
    runs.differences.resize(3);
    for (Point const& point : runs.points)
    {
        runs.differences[1].push_back(differing(point[0] - 0.5, 0));
        runs.differences[2].push_back(differing(point[0] - 0.6, 0));
    }
    for (std::size_t sample = 0; sample < 100; ++sample)
        if (runs.points[sample][0] < 0.1)
            runs.differences[2][sample] = missing_difference();
    auto const ranking = ranking_robustness(runs);
    CHECK(ranking.outlooks[0].count.better.met == 80);
    CHECK(ranking.outlooks[2].count.better.met == 50);
    CHECK(ranking.outlooks[2].count.left_out == 10);
    CHECK(ranking.better_under_all.met == 40);
    CHECK(ranking.better_under_all.of == 90);
    CHECK(ranking.worse_under_all.met == 20);
}

TEST_CASE("When nothing could be compared, nothing is said of the order")
{
    auto runs = compared([](Point const&) { return 1; }, hypercube(5));
    runs.differences[0].assign(5, missing_difference());
    auto const ranking = ranking_robustness(runs);
    CHECK(ranking.outlooks[0].count.left_out == 5);
    CHECK(std::isnan(ranking.outlooks[0].count.share()));
    CHECK(ranking.outlooks[0].factors[0].best() == nullptr);
    CHECK(std::isnan(ranking.outlooks[0].factors[0].spread()));
    CHECK_FALSE(ranking.outlooks[0].factors[0].turns_order());
}
