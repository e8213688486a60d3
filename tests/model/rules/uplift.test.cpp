#include "model/rules/uplift.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

TEST_CASE("Each uplift rule moves a price by what it is named after, and only by that")
{
    double const wages = 0.042;
    double const prices = 0.027;
    UpliftClause clause{.fixed = 0.02, .pass_through = 1.0, .wage_share = 0.7};
    clause.rule = UpliftRule::none;
    CHECK(uplift(clause, wages, prices) == 0.0);
    clause.rule = UpliftRule::fixed;
    CHECK(uplift(clause, wages, prices) == 0.02);
    clause.rule = UpliftRule::cpi;
    CHECK(uplift(clause, wages, prices) == Approx(prices));
    clause.rule = UpliftRule::wage_weighted;
    CHECK(uplift(clause, wages, prices) == Approx(0.7 * wages + 0.3 * prices));
}

TEST_CASE("Only the part that is passed through reaches the price, and a fixed uplift is fixed")
{
    UpliftClause clause{.fixed = 0.02, .pass_through = 0.5, .wage_share = 0.7};
    clause.rule = UpliftRule::cpi;
    CHECK(uplift(clause, 0.04, 0.02) == Approx(0.01));
    clause.rule = UpliftRule::wage_weighted;
    CHECK(uplift(clause, 0.04, 0.02) == Approx(0.5 * (0.7 * 0.04 + 0.3 * 0.02)));
    clause.rule = UpliftRule::fixed;
    CHECK(uplift(clause, 0.04, 0.02) == 0.02);
}

TEST_CASE("A fully passed through wage-weighted rule leaves nothing to a provider of the same wage share")
{
    UpliftClause const clause{.rule = UpliftRule::wage_weighted, .fixed = 0.0, .pass_through = 1.0, .wage_share = 0.6};
    for (double const wages : {-0.01, 0.0, 0.05, 0.1})
        for (double const prices : {-0.01, 0.02, 0.1})
            CHECK(cost_growth(0.6, wages, prices) - uplift(clause, wages, prices) == Approx(0.0).margin(1e-15));
    CHECK(cost_growth(1.0, 0.05, 0.02) == 0.05);
    CHECK(cost_growth(0.0, 0.05, 0.02) == 0.02);
}
