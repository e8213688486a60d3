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
