#include "model/rules/reservation.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace caremarket;

TEST_CASE(
    "A place is worth its variable cost to the council when no self-funder comes, the private price when one does")
{
    CHECK(reservation_price(400.0, 800.0, 0.0) == 400.0);
    CHECK(reservation_price(400.0, 800.0, 1.0) == 800.0);
    CHECK(reservation_price(400.0, 800.0, 0.25) == Approx(500.0));
    CHECK(reservation_price(400.0, 300.0, 0.9) == 400.0); // never below what the place costs
    double before = 0.0;
    for (double chance = 0.0; chance <= 1.0; chance += 0.05)
    {
        CHECK(reservation_price(400.0, 800.0, chance) > before);
        before = reservation_price(400.0, 800.0, chance);
    }
}

TEST_CASE("A self-funder is likelier the more of them start, the longer a place is held and the fewer stand free")
{
    CHECK(chance_of_self_funder(0.0, 3.0, 8.0) == 0.0);
    CHECK(chance_of_self_funder(0.5, 1.0, 8.0) == Approx(1.0 - std::exp(-4.0)));
    CHECK(chance_of_self_funder(1.0, 5.0, 8.0) > chance_of_self_funder(0.5, 5.0, 8.0));
    CHECK(chance_of_self_funder(0.5, 5.0, 16.0) > chance_of_self_funder(0.5, 5.0, 8.0));
    CHECK(chance_of_self_funder(0.5, 2.0, 8.0) > chance_of_self_funder(0.5, 5.0, 8.0));
    CHECK(chance_of_self_funder(0.5, 0.0, 8.0) == chance_of_self_funder(0.5, 1.0, 8.0));
    CHECK(chance_of_self_funder(100.0, 0.0, 104.0) <= 1.0);
}

TEST_CASE("A private price is the mark-up its own demand bears on what the place would bring otherwise")
{
    // Elasticity e: the best price p of profit (p - worth) p^-e is worth e / (e - 1); here found by search.
    double const worth = 500.0;
    double const elasticity = 3.6;
    auto const profit = [&](double p) { return (p - worth) * std::pow(p, -elasticity); };
    double best = worth;
    for (double p = worth; p < 3.0 * worth; p += 0.01)
        if (profit(p) > profit(best))
            best = p;
    CHECK(self_funder_price(worth, elasticity, 0.0, 0.0, 20.0) == Approx(best).margin(0.02));
    CHECK(self_funder_price(worth, elasticity, 1e9, 0.0, 0.0) == Approx(best).margin(0.02)); // no self-funders: mark-up
    CHECK(self_funder_price(worth, 8.0, 0.0, 0.0, 20.0) < self_funder_price(worth, 3.6, 0.0, 0.0, 20.0));
}

TEST_CASE("Self-funders make good what the council's price leaves uncovered: the less it pays, the more they do")
{
    double const weekly_need = 30'000.0;
    double const generous = self_funder_price(400.0, 5.0, weekly_need, 20'000.0, 15.0);
    double const mean = self_funder_price(400.0, 5.0, weekly_need, 16'000.0, 15.0);
    CHECK(generous == Approx(10'000.0 / 15.0));
    CHECK(mean > generous);
    CHECK(mean * 15.0 + 16'000.0 == Approx(weekly_need));                               // it breaks even
    CHECK(self_funder_price(400.0, 5.0, weekly_need, 40'000.0, 15.0) == Approx(500.0)); // covered: mark-up alone
}
