#include "analysis/sensitivity_main_effects.hpp"

#include "scenarios/design_points.hpp"
#include "sensitivity_functions.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace caremarket;

namespace
{

std::vector<std::string> const names{"x1", "x2", "x3"};

std::vector<Point> hypercube(std::size_t count)
{
    return latin_hypercube(names, count, 1);
}

double straight(Point const& u)
{
    return 5 + 3 * u[0] - 2 * u[1];
}

/// x3 made a categorical factor of three levels, which add 0, 1 and 5.
DesignedRuns with_levels(std::size_t count)
{
    auto runs = swept(straight, hypercube(count));
    runs.factors[2].levels = {"none", "some", "all"};
    for (std::size_t sample = 0; sample < count; ++sample)
    {
        runs.values[sample][2] = std::floor(runs.points[sample][2] * 3);
        runs.outcomes[sample] += std::vector<double>{0, 1, 5}[static_cast<std::size_t>(runs.values[sample][2])];
    }
    return runs;
}

} // namespace

TEST_CASE("A main effect is the slope times the range, and a straight model explains everything")
{
    auto const effects = main_effects(swept(straight, hypercube(40)));
    CHECK(effects.factors[0].over_range.value == Approx(3));
    CHECK(effects.factors[1].over_range.value == Approx(-2));
    CHECK(effects.factors[2].over_range.value == Approx(0).margin(1e-9));
    CHECK(effects.factors[1].size() == Approx(2));
    CHECK(effects.explained == Approx(1));
    CHECK(effects.by_size().front()->factor == "x1");
    CHECK(effects.by_size().back()->factor == "x3");
}

TEST_CASE("Slope, error and R² of a line through five points are those worked out by hand")
{
    // Sxx = 10, Sxy = 18, Syy = 34
    DesignedRuns runs{.factors = {{.name = "x"}},
                      .points = points_over_range({{1}, {2}, {3}, {4}, {5}}),
                      .values = {{1}, {2}, {3}, {4}, {5}},
                      .outcomes = {1, 4, 5, 6, 9}};
    auto const effects = main_effects(runs);
    double const range = 4, slope = 1.8;
    double const left = 34 - slope * 18;
    double const error = std::sqrt(left / 3 / 10);
    CHECK(effects.factors[0].over_range.value == Approx(range * slope));
    CHECK(effects.factors[0].over_range.standard_error == Approx(range * error));
    CHECK(effects.factors[0].over_range.lower == Approx(range * (slope - 3.182446 * error)).epsilon(1e-6));
    CHECK(effects.factors[0].over_range.is_beyond_noise());
    CHECK(effects.explained == Approx(1 - left / 34));
    CHECK(effects.explained_adjusted == Approx(1 - (left / 3) / (34.0 / 4)));
}

TEST_CASE("Levels of a categorical factor are held against the average, whatever the other factors do")
{
    auto const effects = main_effects(with_levels(90));
    auto const& levels = effects.factors[2].levels;
    REQUIRE(levels.size() == 3);
    CHECK(effects.factors[2].is_categorical());
    CHECK(levels[0].level == "none");
    CHECK(levels[0].samples == 30);
    CHECK(levels[0].effect.value == Approx(-2));
    CHECK(levels[1].effect.value == Approx(-1));
    CHECK(levels[2].effect.value == Approx(3));
    CHECK(effects.factors[2].size() == Approx(5));
    CHECK(effects.factors[0].over_range.value == Approx(3));
    CHECK(effects.explained == Approx(1));
    CHECK(effects.by_size().front()->factor == "x3");
}

TEST_CASE("Intervals of main effects hold the truth nineteen times in twenty")
{
    std::size_t held = 0, of_level = 0;
    constexpr std::size_t times = 400;
    for (std::size_t time = 0; time < times; ++time)
    {
        auto runs = with_levels(30);
        for (std::size_t sample = 0; sample < runs.samples(); ++sample)
            runs.outcomes[sample] += 2 * normal_chance(time * 1000 + sample);
        auto const effects = main_effects(runs);
        FittedEffect const& slope = effects.factors[0].over_range;
        FittedEffect const& level = effects.factors[2].levels[2].effect;
        held += slope.lower <= 3 && 3 <= slope.upper;
        of_level += level.lower <= 3 && 3 <= level.upper;
    }
    CHECK(static_cast<double>(held) / times == Approx(0.95).margin(0.03));
    CHECK(static_cast<double>(of_level) / times == Approx(0.95).margin(0.03));
}

TEST_CASE("Samples of one base point are one piece of evidence, not several")
{
    auto runs = swept([](Point const& u) { return 3 * u[0] + 2 * std::sin(20 * u[1]); }, saltelli_points(2, 64));
    auto const apart = main_effects(runs);
    runs.group = 4;
    auto const together = main_effects(runs);
    CHECK(together.factors[0].over_range.value == apart.factors[0].over_range.value);
    CHECK(together.explained == apart.explained);
    CHECK(together.factors[0].over_range.standard_error != apart.factors[0].over_range.standard_error);

    // Each sample four times over says no more than once.
    auto const once = swept([](Point const& u) { return u[0] + u[1] * u[1]; }, hypercube(50));
    DesignedRuns four_times{.factors = once.factors, .points = {}, .values = {}, .outcomes = {}, .group = 4};
    for (std::size_t sample = 0; sample < 200; ++sample)
    {
        four_times.points.push_back(once.points[sample / 4]);
        four_times.values.push_back(once.values[sample / 4]);
        four_times.outcomes.push_back(once.outcomes[sample / 4]);
    }
    double const honest = main_effects(once).factors[0].over_range.standard_error;
    CHECK(main_effects(four_times).factors[0].over_range.standard_error == Approx(honest).epsilon(0.2));
    four_times.group = 1;
    CHECK(main_effects(four_times).factors[0].over_range.standard_error == Approx(honest / 2).epsilon(0.05));
}

TEST_CASE("The error of grouped samples is that of Liang and Zeger, worked out by hand for three pairs")
{
    DesignedRuns runs{.factors = {{.name = "x"}},
                      .points = {{0}, {0.2}, {0.4}, {0.6}, {0.8}, {1}},
                      .values = {},
                      .outcomes = {0, 1, 1, 4, 3, 6},
                      .group = 2};
    runs.values = runs.points;
    FittedEffect const effect = main_effects(runs).factors[0].over_range;
    double const slope = 3.9 / 0.7; // Sxy / Sxx
    double squares = 0;
    for (std::size_t pair = 0; pair < 3; ++pair)
    {
        double score = 0;
        for (std::size_t sample = 2 * pair; sample < 2 * pair + 2; ++sample)
        {
            double const x = runs.points[sample][0] - 0.5;
            score += x * (runs.outcomes[sample] - 2.5 - slope * x);
        }
        squares += score * score;
    }
    double const error = std::sqrt(squares / (0.7 * 0.7) * (3.0 / 2) * (5.0 / 4));
    CHECK(effect.value == Approx(slope));
    CHECK(effect.standard_error == Approx(error));
    CHECK(effect.upper == Approx(slope + 4.302653 * error).epsilon(1e-6)); // t of two degrees of freedom
}

TEST_CASE("Samples that failed are left out of main effects and counted")
{
    auto const effects = main_effects(with_gaps(with_levels(200), 0.2));
    CHECK(effects.outcomes.samples == 200);
    CHECK(effects.outcomes.missing > 20);
    CHECK(effects.factors[0].over_range.value == Approx(3));
    auto const& levels = effects.factors[2].levels;
    CHECK(levels[0].samples + levels[1].samples + levels[2].samples == effects.outcomes.known());
    CHECK(levels[2].effect.value - levels[0].effect.value == Approx(5));
}

TEST_CASE("A model that is not straight explains little, and says so")
{
    auto const effects = main_effects(swept(ishigami, hypercube(500)));
    CHECK(effects.explained == Approx(0.19).margin(0.06)); // sin x1 is the only part that leans
    CHECK(effects.explained_adjusted < effects.explained);
    auto const by_chance =
        main_effects(swept([](Point const& u) { return chance(static_cast<std::size_t>(u[0] * 1e6)); }, hypercube(12)));
    CHECK(by_chance.explained_adjusted < by_chance.explained - 0.1);
}

TEST_CASE("A factor that never moved, or always moved with another, cannot be told; the others can")
{
    auto runs = swept(straight, hypercube(50));
    for (Point& point : runs.points)
        point[2] = 0.5;
    auto const still = main_effects(runs);
    CHECK(std::isnan(still.factors[2].over_range.value));
    CHECK(still.factors[0].over_range.value == Approx(3));
    CHECK(still.by_size().back()->factor == "x3");

    for (Point& point : runs.points)
        point[2] = 1 - point[1];
    auto const together = main_effects(runs);
    CHECK(std::isnan(together.factors[1].over_range.value));
    CHECK(std::isnan(together.factors[2].over_range.value));
    CHECK(together.factors[0].over_range.value == Approx(3));
    CHECK(std::isnan(together.factors[1].size()));
}

TEST_CASE("A level that no sample has cannot be told; nor can the only one that any has")
{
    auto runs = with_levels(60);
    runs.factors[2].levels.emplace_back("never");
    auto const effects = main_effects(runs);
    CHECK(effects.factors[2].levels[3].samples == 0);
    CHECK(std::isnan(effects.factors[2].levels[3].effect.value));
    CHECK(effects.factors[2].levels[2].effect.value == Approx(3));
    CHECK(effects.factors[2].size() == Approx(5));
    for (Point& values : runs.values)
        values[2] = 1;
    CHECK(std::isnan(main_effects(runs).factors[2].levels[1].effect.value));
}

TEST_CASE("Main effects are the same in any order of samples, and as many times larger in another unit")
{
    auto const runs = with_levels(60);
    auto const one = main_effects(runs), other = main_effects(with_groups_reversed(runs, 1)),
               scaled = main_effects(with_outcomes(runs, [](double y) { return -1000 * y + 1e6; }));
    for (std::size_t f = 0; f < 2; ++f)
    {
        CHECK(other.factors[f].over_range.value == Approx(one.factors[f].over_range.value));
        CHECK(scaled.factors[f].over_range.value == Approx(-1000 * one.factors[f].over_range.value));
    }
    CHECK(other.explained == Approx(one.explained));
    CHECK(scaled.explained == Approx(one.explained));
}

TEST_CASE("Outcomes that never change have no main effects; too few samples give no interval, none nothing")
{
    auto const constant = main_effects(swept([](Point const&) { return 0.1; }, hypercube(20)));
    CHECK(constant.outcomes.is_constant);
    CHECK(constant.factors[0].over_range.value == 0);
    CHECK_FALSE(constant.factors[0].is_beyond_noise());
    CHECK(std::isnan(constant.explained));
    auto rounded = swept([](Point const&) { return 1e9; }, hypercube(20));
    rounded.outcomes[3] *= 1 + 1e-15;
    CHECK(main_effects(rounded).factors[0].over_range.value == 0);

    auto const few = main_effects(swept(straight, hypercube(4)));
    CHECK(few.factors[0].over_range.value == Approx(3));
    CHECK(std::isnan(few.factors[0].over_range.lower));
    CHECK(std::isnan(few.explained));

    auto nothing = swept(straight, hypercube(4));
    nothing.outcomes.assign(4, missing_outcome);
    CHECK(std::isnan(main_effects(nothing).factors[2].over_range.value));
    CHECK(main_effects(nothing).outcomes.known() == 0);
}

TEST_CASE("Values of a list are put between the least and the greatest of their factor")
{
    std::vector<Point> const expected{{0, 0.5}, {1, 0.5}, {0.25, 0.5}};
    CHECK(points_over_range({{2, 7}, {6, 7}, {3, 7}}) == expected);
    CHECK(points_over_range({}).empty());
}
