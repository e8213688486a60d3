#include "model/rules/term.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

TEST_CASE("A bidder counts on the years to the first break, and on all where there is none or it comes too late")
{
    CHECK(years_counted_on(7.0, 3.0) == 3.0);
    CHECK(years_counted_on(7.0, 0.0) == 7.0);
    CHECK(years_counted_on(7.0, 7.0) == 7.0);
    CHECK(years_counted_on(7.0, 9.0) == 7.0);
}

TEST_CASE("A contract is kept until a new one is cheaper by more than it costs to let it")
{
    CHECK(is_worth_keeping(600.0, 600.0, 0.0));
    CHECK(is_worth_keeping(590.0, 600.0, 0.0));
    CHECK_FALSE(is_worth_keeping(601.0, 600.0, 0.0));
    CHECK(is_worth_keeping(604.0, 600.0, 5.0));
    CHECK_FALSE(is_worth_keeping(606.0, 600.0, 5.0));
}

TEST_CASE("A guarantee that is reviewed is paid in full for a year, then only what is used and ever fewer voids")
{
    CHECK(share_kept(0.5, 1.0, 4.0) == Approx(0.5 + 0.5 / 4.0));
    CHECK(share_kept(0.5, 0.5, 2.0) == Approx(0.5 + 0.5 * (1.0 + 0.5) / 2.0));
    CHECK(share_kept(0.6, 0.25, 3.0) == Approx(0.6 + 0.4 * (1.0 + 0.75 + 0.75 * 0.75) / 3.0));
    CHECK(share_kept(0.5, 0.5, 0.5) == 1.0); // it ends before it is reviewed
}

TEST_CASE("A guarantee that nobody reviews, or that is all used, is paid for in full")
{
    CHECK(share_kept(0.3, 0.0, 7.0) == 1.0);
    CHECK(share_kept(1.0, 1.0, 7.0) == 1.0);
}

TEST_CASE("What a yearly review takes a share of is there in full for a year and then ever less, on average")
{
    CHECK(mean_left(0.0, 5.0) == 1.0);
    CHECK(mean_left(0.5, 0.5) == 1.0);
    CHECK(mean_left(0.5, 3.0) == Approx((1.0 + 0.5 + 0.25) / 3.0));
    CHECK(mean_left(1.0, 4.0) == Approx(0.25));
}

TEST_CASE("In a cycle contracts end on its next common date, or on the one after if that is too near")
{
    CHECK(end_in_cycle(0, 208, 26) == 208);
    CHECK(end_in_cycle(100, 208, 26) == 208);
    CHECK(end_in_cycle(182, 208, 26) == 208);
    CHECK(end_in_cycle(183, 208, 26) == 416);
    CHECK(end_in_cycle(208, 208, 26) == 416);
    CHECK(end_in_cycle(-30, 208, 26) == 0); // before the start
    CHECK(end_in_cycle(-10, 208, 26) == 208);
    CHECK(end_in_cycle(52, 52, 60) == 156); // letting takes longer than the cycle
}

TEST_CASE("What could begin within a quarter before a common date begins on it, and anything else as soon as it can")
{
    CHECK(begin_in_cycle(208, 208, 13) == 208);
    CHECK(begin_in_cycle(196, 208, 13) == 208);
    CHECK(begin_in_cycle(195, 208, 13) == 195);
    CHECK(begin_in_cycle(209, 208, 13) == 209);
    CHECK(begin_in_cycle(-5, 208, 13) == 0);
}
