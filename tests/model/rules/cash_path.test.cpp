#include "model/rules/cash_path.hpp"

#include "model/draws.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace caremarket;

namespace
{

/// Share of simulated paths that touch zero. Between two steps a Brownian path that ends both above zero has touched
/// it with chance exp(-2 a b / (variance of the step)).
double simulated(double cash, double drift, double variance, double weeks)
{
    Draws const draws(11, 0);
    constexpr std::uint32_t paths = 20'000;
    constexpr std::uint16_t steps = 20;
    double const length = weeks / steps;
    double failed = 0.0;
    for (std::uint32_t path = 0; path < paths; ++path)
    {
        EntityKey const key{path + 1};
        double at = cash;
        double survives = 1.0;
        for (std::uint16_t step = 0; step < steps; ++step)
        {
            double const next =
                at + drift * length + std::sqrt(variance * length) * draws.normal(key, Purpose::quality, 0, step);
            if (next <= 0.0)
            {
                survives = 0.0;
                break;
            }
            survives *= 1.0 - std::exp(-2.0 * at * next / (variance * length));
            at = next;
        }
        failed += 1.0 - survives;
    }
    return failed / paths;
}

} // namespace

TEST_CASE("The chance of running out of cash is that of simulated paths, with cash drifting up, down or nowhere")
{
    for (double const drift : {-300.0, 0.0, 200.0})
        for (double const weeks : {26.0, 156.0})
        {
            double const chance = chance_of_running_out(20'000.0, drift, 3.0e6, weeks);
            double const allowed = 4.0 * std::sqrt(0.25 / 20'000.0);
            CHECK(chance == Approx(simulated(20'000.0, drift, 3.0e6, weeks)).margin(allowed));
        }
}

TEST_CASE("A firm without cash has run out, and one whose cash does not wander runs out when its drift says so")
{
    CHECK(chance_of_running_out(0.0, 1000.0, 1.0, 52.0) == 1.0);
    CHECK(chance_of_running_out(-5.0, 1000.0, 1.0, 52.0) == 1.0);
    CHECK(chance_of_running_out(100.0, -1.0, 0.0, 99.0) == 0.0);
    CHECK(chance_of_running_out(100.0, -1.0, 0.0, 101.0) == 1.0);
    CHECK(chance_of_running_out(100.0, 0.0, 0.0, 1e6) == 0.0);
}

TEST_CASE("In the long run a firm in profit fails with chance exp(-2 drift cash / variance), one in loss for certain")
{
    CHECK(chance_of_running_out(1000.0, 10.0, 20'000.0, 1e9) == Approx(std::exp(-1.0)).epsilon(1e-9));
    CHECK(chance_of_running_out(1000.0, -10.0, 20'000.0, 1e9) == Approx(1.0));
    CHECK(chance_of_running_out(1000.0, 0.0, 20'000.0, 1e12) == Approx(1.0).epsilon(1e-3));
}

TEST_CASE(
    "More cash or more profit never raises the chance of failing, and more time or more wandering never lowers it")
{
    double const scale[] = {0.2, 0.5, 1.0, 2.0, 5.0};
    double cash = 2.0;
    double drift = 2.0;
    double weeks = -1.0;
    double variance = -1.0;
    for (double const factor : scale)
    {
        double const with_cash = chance_of_running_out(20'000.0 * factor, 50.0, 3.0e6, 100.0);
        double const with_drift = chance_of_running_out(20'000.0, 100.0 * factor - 100.0, 3.0e6, 100.0);
        double const with_weeks = chance_of_running_out(20'000.0, 50.0, 3.0e6, 100.0 * factor);
        double const with_variance = chance_of_running_out(20'000.0, 50.0, 3.0e6 * factor, 100.0);
        CHECK(with_cash < cash);
        CHECK(with_drift < drift);
        CHECK(with_weeks > weeks);
        CHECK(with_variance > variance);
        cash = with_cash;
        drift = with_drift;
        weeks = with_weeks;
        variance = with_variance;
    }
}

TEST_CASE("The chance of running out is a chance, however extreme the firm")
{
    for (double const cash : {1e-9, 1.0, 1e9})
        for (double const drift : {-1e9, -1.0, 0.0, 1.0, 1e9})
            for (double const variance : {1e-12, 1.0, 1e18})
                for (double const weeks : {0.01, 52.0, 1e4})
                {
                    double const chance = chance_of_running_out(cash, drift, variance, weeks);
                    REQUIRE(chance >= 0.0);
                    REQUIRE(chance <= 1.0);
                }
}

TEST_CASE("Cash wanders twice with the square of a person's margin, the number of people and their stay")
{
    // 10 people of 5 units at 3 pounds a unit, 20 weeks: 2 * 15^2 * 10 * 20.
    CHECK(cash_variance(3.0, 50.0, 5.0, 20.0) == Approx(2.0 * 225.0 * 10.0 * 20.0));
    CHECK(cash_variance(3.0, 0.0, 5.0, 20.0) == 0.0);
    CHECK(cash_variance(3.0, -4.0, 5.0, 20.0) == 0.0);
    CHECK(cash_variance(-3.0, 50.0, 5.0, 20.0) == cash_variance(3.0, 50.0, 5.0, 20.0));
    // The same volume in bigger packages is fewer people, and wanders more.
    CHECK(cash_variance(3.0, 50.0, 10.0, 20.0) == Approx(2.0 * cash_variance(3.0, 50.0, 5.0, 20.0)));
}
