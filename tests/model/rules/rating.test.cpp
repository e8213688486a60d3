#include "model/rules/rating.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

TEST_CASE("What an inspector sees is judged on the scale, each judgement from its limit upwards")
{
    RatingScale const scale{.inadequate_below = -2.0, .good_from = -0.8, .outstanding_from = 2.0};
    CHECK(rating_for(-2.01, scale) == Rating::inadequate);
    CHECK(rating_for(-2.0, scale) == Rating::requires_improvement);
    CHECK(rating_for(-0.81, scale) == Rating::requires_improvement);
    CHECK(rating_for(-0.8, scale) == Rating::good);
    CHECK(rating_for(1.99, scale) == Rating::good);
    CHECK(rating_for(2.0, scale) == Rating::outstanding);
    Rating before = Rating::inadequate;
    for (double quality = -5.0; quality < 5.0; quality += 0.1)
    {
        CHECK(rating_for(quality, scale) >= before);
        before = rating_for(quality, scale);
    }
}

TEST_CASE("Providers rated below good are inspected more often, by the stated multiple")
{
    CHECK(inspection_rate(Rating::outstanding, 0.5, 3.0) == 0.5);
    CHECK(inspection_rate(Rating::good, 0.5, 3.0) == 0.5);
    CHECK(inspection_rate(Rating::requires_improvement, 0.5, 3.0) == 1.5);
    CHECK(inspection_rate(Rating::inadequate, 0.5, 3.0) == 1.5);
}

TEST_CASE("Quality returns to the provider's own level, rises with relative pay and falls with turnover")
{
    CHECK(quality_drift(0.3, 0.3, 0.35, 1.0, 0.0, 0.8, 0.0) == 0.0);
    CHECK(quality_drift(1.0, 0.0, 0.35, 1.0, 0.0, 0.8, 0.0) == Approx(-0.35));
    CHECK(quality_drift(0.0, 1.0, 0.35, 1.0, 0.0, 0.8, 0.0) == Approx(0.35));
    CHECK(quality_drift(0.0, 0.0, 0.35, 1.0, 0.1, 0.8, 0.0) == Approx(0.1));
    CHECK(quality_drift(0.0, 0.0, 0.35, 1.0, 0.0, 0.8, 0.1) == Approx(-0.08));
}
