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
