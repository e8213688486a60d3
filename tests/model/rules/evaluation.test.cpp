#include "model/rules/evaluation.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

TEST_CASE("Without weight on quality the lowest price has full marks and twice the price half of them")
{
    CHECK(score_of_bid(500.0, 500.0, 0.0, 0.0) == 1.0);
    CHECK(score_of_bid(1000.0, 500.0, 1.0, 0.0) == 0.5);
    CHECK(score_of_bid(0.0, 0.0, 0.3, 0.0) == 1.0); // who asks nothing cannot be beaten
}

TEST_CASE("Price and quality marks are weighed against each other")
{
    CHECK(score_of_bid(600.0, 500.0, 0.9, 0.4) == Approx(0.6 * 500.0 / 600.0 + 0.4 * 0.9));
    CHECK(score_of_bid(600.0, 500.0, 0.9, 1.0) == 0.9);
    CHECK(score_of_bid(550.0, 500.0, 0.8, 0.5) > score_of_bid(500.0, 500.0, 0.6, 0.5));
    CHECK(score_of_bid(550.0, 500.0, 0.8, 0.1) < score_of_bid(500.0, 500.0, 0.6, 0.1));
}

TEST_CASE("Usual quality has half the marks for quality, and no quality all or none of them")
{
    CHECK(marks_for_quality(0.0) == Approx(0.5));
    CHECK(marks_for_quality(1.0) == Approx(0.841345).epsilon(1e-5));
    CHECK(marks_for_quality(-1.0) == Approx(0.158655).epsilon(1e-5));
    CHECK(marks_for_quality(-3.0) > 0.0);
    CHECK(marks_for_quality(3.0) < 1.0);
}
