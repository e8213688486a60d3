#include "model/rules/dear_placement.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using Answer = ReviewedPrice::Answer;

TEST_CASE("A provider takes what another would rather than lose the person, if the place is worth no more to it")
{
    ReviewedPrice const end = review_price(900.0, 700.0, 650.0);
    CHECK(end.answer == Answer::repriced);
    CHECK(end.price == 700.0);
    CHECK(review_price(900.0, 700.0, 700.0).answer == Answer::repriced);
}

TEST_CASE("A provider that can do better with the place lets the person go")
{
    ReviewedPrice const end = review_price(900.0, 700.0, 720.0);
    CHECK(end.answer == Answer::moves);
    CHECK(end.price == 700.0);
}

TEST_CASE("Without a cheaper place a council has nothing to ask with, however dear the placement")
{
    for (double const elsewhere : {0.0, 900.0, 1000.0})
    {
        ReviewedPrice const end = review_price(900.0, elsewhere, 100.0);
        CHECK(end.answer == Answer::stays);
        CHECK(end.price == 900.0);
    }
}
