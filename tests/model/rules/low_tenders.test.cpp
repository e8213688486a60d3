#include "model/rules/low_tenders.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

namespace
{

constexpr LowTenderSigns signs{.multiple = 0.9, .usual_statutory_cost = 200.0, .others = 2.0, .sum_of_others = 900.0};

double line_of(LowTenderTest test, LowTenderSigns const& of)
{
    return low_tender_rules[index_of(test)].line(of);
}

} // namespace

TEST_CASE("The council asks below a multiple of statutory wages, or of the mean of the other bids, or never")
{
    CHECK(line_of(LowTenderTest::none, signs) == 0.0);
    CHECK(line_of(LowTenderTest::statutory_wages, signs) == Approx(180.0));
    CHECK(line_of(LowTenderTest::below_others, signs) == Approx(405.0));
    LowTenderSigns alone = signs;
    alone.others = 0.0;
    alone.sum_of_others = 0.0;
    CHECK(line_of(LowTenderTest::below_others, alone) == 0.0);
}

TEST_CASE("Statutory cost is paid hours at the wage floor with what comes on top of pay by law")
{
    CHECK(statutory_cost(28.0, 7.20, 0.25) == Approx(252.0));
    CHECK(statutory_cost(1.22, 7.20, 0.0) == Approx(8.784));
}

TEST_CASE("Only a bid that was asked about and does not cover statutory wages by its own books is rejected")
{
    CHECK(judge_low_bid(250.0, 240.0, 300.0) == LowBid::not_asked); // too low, and nobody looked
    CHECK(judge_low_bid(240.0, 240.0, 300.0) == LowBid::not_asked);
    CHECK(judge_low_bid(230.0, 240.0, 220.0) == LowBid::explained); // fewer hours, less travel
    CHECK(judge_low_bid(230.0, 240.0, 230.0) == LowBid::explained);
    CHECK(judge_low_bid(230.0, 240.0, 231.0) == LowBid::rejected);
    CHECK(judge_low_bid(1.0, 0.0, 231.0) == LowBid::not_asked); // no test
}
