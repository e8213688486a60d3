#include "model/rules/outcome_payment.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

TEST_CASE(
    "Who stands at the target reaches it half the time, who stands far above always, and without noise it is plain")
{
    OutcomeClause const clause{.share = 0.4, .target = 0.5};
    CHECK(chance_of_outcome(clause, 0.5, 1.0) == Approx(0.5));
    CHECK(chance_of_outcome(clause, 1.5, 1.0) == Approx(0.8413447461));
    CHECK(chance_of_outcome(clause, 0.5, 0.0) == 1.0);
    CHECK(chance_of_outcome(clause, 0.49, 0.0) == 0.0);
    CHECK(is_outcome_reached(clause, 0.0, 1.0, 0.5));
    CHECK_FALSE(is_outcome_reached(clause, 0.0, 1.0, 0.4));
}

TEST_CASE("What can be expected is the price less the part at stake times the chance of missing it")
{
    CHECK(expected_share_paid({.share = 0.4, .target = 0.0}, 0.75) == Approx(0.9));
    CHECK(expected_share_paid({.share = 0.4, .target = 0.0}, 1.0) == 1.0);
    CHECK(expected_share_paid({}, 0.0) == 1.0); // nothing at stake
}

TEST_CASE("What is withheld makes cash the less steady the more is at stake and the less certain it is")
{
    OutcomeClause const clause{.share = 0.5, .target = 0.0};
    // A quarter's pay of 13 weeks, won or lost at even odds, once in 13 weeks.
    CHECK(variance_of_withheld(clause, 0.5, 100.0) == Approx(0.25 * (0.5 * 1300.0) * (0.5 * 1300.0) / 13.0));
    CHECK(variance_of_withheld(clause, 1.0, 100.0) == 0.0);
    CHECK(variance_of_withheld({}, 0.5, 100.0) == 0.0);
}
