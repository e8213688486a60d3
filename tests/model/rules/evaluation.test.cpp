#include "model/rules/evaluation.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

namespace
{

double score(double price, double lowest, double quality, double weight)
{
    return score_of_bid({.price = marks_for_price(price, lowest), .quality = quality, .social = 0.7},
                        {.quality = weight, .social = 0.0});
}

} // namespace

TEST_CASE("Without weight on quality the lowest price has full marks and twice the price half of them")
{
    CHECK(score(500.0, 500.0, 0.0, 0.0) == 1.0);
    CHECK(score(1000.0, 500.0, 1.0, 0.0) == 0.5);
    CHECK(score(0.0, 0.0, 0.3, 0.0) == 1.0); // who asks nothing cannot be beaten
}

TEST_CASE("Price and quality marks are weighed against each other")
{
    CHECK(score(600.0, 500.0, 0.9, 0.4) == Approx(0.6 * 500.0 / 600.0 + 0.4 * 0.9));
    CHECK(score(600.0, 500.0, 0.9, 1.0) == 0.9);
    CHECK(score(550.0, 500.0, 0.8, 0.5) > score(500.0, 500.0, 0.6, 0.5));
    CHECK(score(550.0, 500.0, 0.8, 0.1) < score(500.0, 500.0, 0.6, 0.1));
}

TEST_CASE("Usual quality has half the marks for quality, and no quality all or none of them")
{
    CHECK(marks_for_quality(0.0) == Approx(0.5));
    CHECK(marks_for_quality(1.0) == Approx(0.841345).epsilon(1e-5));
    CHECK(marks_for_quality(-1.0) == Approx(0.158655).epsilon(1e-5));
    CHECK(marks_for_quality(-3.0) > 0.0);
    CHECK(marks_for_quality(3.0) < 1.0);
}

TEST_CASE("Social marks take their weight from price's, and price is left none where the weights make up all marks")
{
    Marks const marks{.price = 0.8, .quality = 0.6, .social = 1.0};
    CHECK(score_of_bid(marks, {.quality = 0.5, .social = 0.1}) == Approx(0.4 * 0.8 + 0.5 * 0.6 + 0.1 * 1.0));
    CHECK(score_of_bid(marks, {.quality = 0.5, .social = 0.5}) == Approx(0.5 * 0.6 + 0.5 * 1.0));
    // Weights beyond the whole do not make a higher price better.
    Marks const dearer{.price = 0.4, .quality = 0.6, .social = 1.0};
    MarkWeights const beyond{.quality = 0.8, .social = 0.7};
    CHECK(score_of_bid(dearer, beyond) == score_of_bid(marks, beyond));
}

TEST_CASE("Over the term a unit that is used bears the price of the empty ones; a price as bid does not")
{
    auto const compared = [](EvaluatedCost way, double use)
    { return evaluated_costs[index_of(way)].compared(600.0, use); };
    CHECK(compared(EvaluatedCost::bid, 0.8) == 600.0);
    CHECK(compared(EvaluatedCost::whole_life, 0.8) == Approx(750.0));
    CHECK(compared(EvaluatedCost::whole_life, 1.0) == 600.0);
}

TEST_CASE("A third of the social marks each goes to who owns a bidder, where it stands and what it pays")
{
    SocialRecord const usual{.is_owned_nearby = false, .stands_here = false, .pay = 0.05, .usual_pay = 0.05};
    CHECK(social_marks(usual) == Approx(0.5 / 3.0));
    SocialRecord record = usual;
    record.is_owned_nearby = true;
    CHECK(social_marks(record) == Approx(1.5 / 3.0));
    record.stands_here = true;
    CHECK(social_marks(record) == Approx(2.5 / 3.0));
    record.pay = 0.10; // as far above the usual as the usual is above the floor
    CHECK(social_marks(record) == Approx((2.0 + 0.841345) / 3.0).epsilon(1e-5));
    record.pay = 0.0;
    CHECK(social_marks(record) == Approx((2.0 + 0.158655) / 3.0).epsilon(1e-5));
    record.usual_pay = 0.0; // all pay the floor: nobody stands out
    CHECK(social_marks(record) == Approx(2.5 / 3.0));
}
