#include "analysis/sensitivity_morris.hpp"

#include "scenarios/design_points.hpp"
#include "sensitivity_functions.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <set>

using namespace caremarket;

namespace
{

std::vector<Point> walks(std::size_t factors, std::size_t count, std::uint64_t seed = 1)
{
    std::vector<std::string> names;
    for (std::size_t f = 1; f <= factors; ++f)
        names.push_back("x" + std::to_string(f));
    return morris_walks(names, count, 4, seed);
}

/// Numbers of the factors, the one with the largest mu_star first.
std::vector<std::size_t> ranked(MorrisScreening const& screening)
{
    std::vector<std::size_t> numbers;
    for (ElementaryEffects const* const effects : screening.by_size())
        numbers.push_back(std::stoul(effects->factor.substr(1)));
    return numbers;
}

void check_morris_function(MorrisScreening const& screening)
{
    auto const order = ranked(screening);
    std::set<std::size_t> const important(order.begin(), order.begin() + 10);
    CHECK(important == std::set<std::size_t>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    for (std::size_t const straight : {8U, 9U, 10U}) // 20 w, w = 2 (x - 1/2)
    {
        ElementaryEffects const& effects = screening.factors[straight - 1];
        CHECK(effects.mu_star == Approx(40).epsilon(0.15));
        CHECK(effects.sigma < 0.3 * effects.mu_star);
    }
    for (std::size_t const bent : {1U, 2U, 3U, 4U, 5U, 6U, 7U})
    {
        ElementaryEffects const& effects = screening.factors[bent - 1];
        CHECK(effects.sigma > 0.5 * effects.mu_star);
    }
    for (std::size_t idle = 11; idle <= 20; ++idle)
        CHECK(screening.factors[idle - 1].mu_star < 0.3 * screening.factors[7].mu_star);
}

} // namespace

TEST_CASE("Morris screening tells the ten inputs of his function that matter, and which of them act straight")
{
    auto const screening = morris_screening(swept(morris_function, walks(20, 20)));
    CHECK(screening.walks == 20);
    CHECK(screening.whole_walks == 20);
    CHECK(screening.factors[0].used == 20);
    check_morris_function(screening);
    check_morris_function(morris_screening(swept(morris_function, walks(20, 40, 7))));
}

TEST_CASE("Morris screening ranks the inputs of Sobol's g-function by their importance")
{
    auto const order = ranked(morris_screening(swept(sobol_g, walks(8, 50))));
    CHECK(std::vector<std::size_t>(order.begin(), order.begin() + 4) == std::vector<std::size_t>{1, 2, 3, 4});
}

TEST_CASE("An elementary effect is the change per range, whichever way the step goes")
{
    auto const screening =
        morris_screening(swept([](Point const& u) { return 10 - 6 * u[0] + 2 * u[1]; }, walks(3, 10)));
    CHECK(screening.factors[0].mu == Approx(-6));
    CHECK(screening.factors[0].mu_star == Approx(6));
    CHECK(screening.factors[0].sigma == Approx(0).margin(1e-9));
    CHECK(screening.factors[0].interval.holds(screening.factors[0].mu_star));
    CHECK(screening.factors[1].mu == Approx(2));
    CHECK(screening.factors[2].mu_star == Approx(0).margin(1e-12));
    auto const both_ways = morris_screening(swept([](Point const& u) { return u[0] * (u[1] - 0.5); }, walks(2, 400)));
    CHECK(both_ways.factors[0].mu == Approx(0).margin(0.05));
    CHECK(both_ways.factors[0].mu_star == Approx(1.0 / 3).margin(0.02)); // levels 0, 1/3, 2/3, 1
}

TEST_CASE("A missing sample costs a walk the two steps that touch it, and no others")
{
    std::size_t const factors = 4;
    auto runs = swept(sobol_g, walks(factors, 10));
    runs.outcomes[2] = missing_outcome;               // within the first walk: two steps
    runs.outcomes[factors + 1] = missing_outcome;     // where the second begins: one
    runs.outcomes[3 * (factors + 1) - 1] = 1.0 / 0.0; // where the third ends: one
    auto const screening = morris_screening(runs);
    std::size_t used = 0, left_out = 0;
    for (ElementaryEffects const& effects : screening.factors)
    {
        used += effects.used;
        left_out += effects.left_out;
        CHECK(effects.used + effects.left_out == 10);
    }
    CHECK(left_out == 4);
    CHECK(used == 36);
    CHECK(screening.outcomes.missing == 3);
    CHECK(screening.walks == 10);
    CHECK(screening.whole_walks == 7);
}

TEST_CASE("Samples that failed leave the ranking of Morris right")
{
    auto const screening = morris_screening(with_gaps(swept(morris_function, walks(20, 40)), 0.1));
    CHECK(screening.outcomes.missing > 40);
    CHECK(screening.factors[0].left_out > 0);
    check_morris_function(screening);
}

TEST_CASE("Morris screening does not depend on the order of walks, and the same seed gives the same intervals")
{
    auto const runs = with_gaps(swept(morris_function, walks(20, 12)), 0.05);
    auto const one = morris_screening(runs), other = morris_screening(with_groups_reversed(runs, 21)),
               again = morris_screening(runs), seeded = morris_screening(runs, {.count = 1000, .seed = 2});
    bool is_seeded_apart = false;
    for (std::size_t f = 0; f < 20; ++f)
    {
        CHECK(one.factors[f].mu == other.factors[f].mu);
        CHECK(one.factors[f].mu_star == other.factors[f].mu_star);
        CHECK(one.factors[f].sigma == other.factors[f].sigma);
        CHECK(one.factors[f].interval.lower == other.factors[f].interval.lower);
        CHECK(one.factors[f].interval.upper == again.factors[f].interval.upper);
        is_seeded_apart = is_seeded_apart || one.factors[f].interval.upper != seeded.factors[f].interval.upper;
    }
    CHECK(is_seeded_apart);
}

TEST_CASE("In another unit elementary effects are so many times larger, and what is added to all outcomes goes")
{
    auto const runs = swept(sobol_g, walks(8, 10));
    auto const one = morris_screening(runs),
               other = morris_screening(with_outcomes(runs, [](double y) { return 1000 * y + 5e6; })),
               negative = morris_screening(with_outcomes(runs, [](double y) { return -2 * y; }));
    for (std::size_t f = 0; f < 8; ++f)
    {
        CHECK(other.factors[f].mu_star == Approx(1000 * one.factors[f].mu_star).epsilon(1e-6));
        CHECK(other.factors[f].sigma == Approx(1000 * one.factors[f].sigma).epsilon(1e-6));
        CHECK(other.factors[f].interval.lower == Approx(1000 * one.factors[f].interval.lower).epsilon(1e-6));
        CHECK(negative.factors[f].mu == Approx(-2 * one.factors[f].mu));
        CHECK(negative.factors[f].mu_star == Approx(2 * one.factors[f].mu_star));
    }
}

TEST_CASE("The interval of mu_star holds what many walks find", "[slow]")
{
    auto const truth = morris_screening(swept(sobol_g, walks(8, 4000, 99)));
    std::size_t held = 0;
    for (std::uint64_t seed = 1; seed <= 25; ++seed)
    {
        auto const screening = morris_screening(swept(sobol_g, walks(8, 40, seed)), {.count = 400, .seed = 1});
        for (std::size_t f = 0; f < 8; ++f)
            held += screening.factors[f].interval.holds(truth.factors[f].mu_star);
    }
    CHECK(held >= 176);
    CHECK(held < 200);
}

TEST_CASE("Noise of replicates is held against the effect of a step")
{
    auto runs = swept([](Point const& u) { return 100 * u[0]; }, walks(2, 200));
    CHECK(std::isnan(morris_screening(runs).factors[0].noise));
    for (std::size_t sample = 0; sample < runs.samples(); ++sample)
        runs.outcomes[sample] += 3 * normal_chance(sample);
    runs.errors.assign(runs.samples(), 3);
    auto const screening = morris_screening(runs);
    CHECK(screening.factors[0].is_beyond_noise());
    CHECK_FALSE(screening.factors[1].is_beyond_noise());
    CHECK(screening.factors[1].noise == Approx(3 * std::sqrt(2) * 1.5 * std::sqrt(2 / std::numbers::pi)));
    CHECK(screening.factors[1].mu_star == Approx(screening.factors[1].noise).epsilon(0.15));
}

TEST_CASE("Outcomes that never change have no effects, one walk no interval, none nothing")
{
    auto const constant = morris_screening(swept([](Point const&) { return 3.5; }, walks(3, 6)));
    CHECK(constant.outcomes.is_constant);
    CHECK(constant.factors[0].mu_star == 0);
    CHECK_FALSE(constant.factors[0].is_beyond_noise());
    auto const one = morris_screening(swept(sobol_g, walks(1, 1)));
    CHECK(one.factors[0].used == 1);
    CHECK(one.factors[0].mu_star > 0);
    CHECK(std::isnan(one.factors[0].sigma));
    CHECK(std::isnan(one.factors[0].interval.lower));
    auto nothing = swept(sobol_g, walks(2, 3));
    nothing.outcomes.assign(nothing.samples(), missing_outcome);
    CHECK(std::isnan(morris_screening(nothing).factors[1].mu_star));
    CHECK(morris_screening(nothing).factors[1].left_out == 3);
}
