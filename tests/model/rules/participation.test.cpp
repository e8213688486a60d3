#include "model/rules/participation.hpp"

#include "model/rules/bidding.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

namespace
{

/// Gain by a lot of ten beds for a year, from a firm of cost 500 among so many, the dearest of whom may cost 600.
double gain_among(int bidders)
{
    return expected_gain({.lowest = 500.0,
                          .offer = shaded_offer(500.0, 600.0, bidders),
                          .volume = 10.0,
                          .sought = 10.0,
                          .weeks = 52.0,
                          .bidders = static_cast<double>(bidders)});
}

} // namespace

TEST_CASE("What an offer may bring falls with the square of the number of bidders")
{
    CHECK(gain_among(1) == Approx(100.0 * 10.0 * 52.0));
    CHECK(gain_among(5) == Approx(gain_among(1) / 25.0));
}

TEST_CASE("A lot of which everybody can have a part brings everybody that part, and no more than it can do")
{
    Prospect part{.lowest = 500.0, .offer = 520.0, .volume = 2.0, .sought = 10.0, .weeks = 52.0, .bidders = 4.0};
    CHECK(expected_gain(part) == Approx(20.0 * 2.0 * 52.0));
    part.bidders = 10.0;
    CHECK(expected_gain(part) == Approx(20.0 * 1.0 * 52.0));
}

TEST_CASE("Where an offer costs nothing everybody bids; where it costs something, who gains more than that")
{
    Prospect const loss{.lowest = 500.0, .offer = 490.0, .volume = 1.0, .sought = 1.0, .weeks = 52.0, .bidders = 1.0};
    CHECK(is_worth_bidding(loss, 0.0));
    CHECK_FALSE(is_worth_bidding(loss, 1.0));
    Prospect const gain{.lowest = 500.0, .offer = 510.0, .volume = 1.0, .sought = 1.0, .weeks = 52.0, .bidders = 1.0};
    CHECK(is_worth_bidding(gain, 519.0));
    CHECK_FALSE(is_worth_bidding(gain, 521.0));
}
