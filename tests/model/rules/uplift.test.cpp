#include "model/rules/uplift.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

namespace
{

/// All three move by something else, and so does a provider's own cost.
constexpr YearOfCosts busy_year{.wage_floor = 0.042, .outside_pay = 0.035, .inflation = 0.027};
constexpr double own = 0.039;

UpliftClause by(UpliftRule rule)
{
    return {.rule = rule, .fixed = 0.02, .pass_through = 1.0, .wage_share = 0.6, .pay_share = 0.3};
}

} // namespace

TEST_CASE("Each uplift rule moves a price by what it is named after, and only by that")
{
    CHECK(uplift(by(UpliftRule::none), busy_year, own) == 0.0);
    CHECK(uplift(by(UpliftRule::fixed), busy_year, own) == 0.02);
    CHECK(uplift(by(UpliftRule::cpi), busy_year, own) == Approx(0.027));
    CHECK(uplift(by(UpliftRule::wage_weighted), busy_year, own) == Approx(0.6 * 0.042 + 0.4 * 0.027));
    CHECK(uplift(by(UpliftRule::basket), busy_year, own) == Approx(0.6 * 0.042 + 0.3 * 0.035 + 0.1 * 0.027));
    CHECK(uplift(by(UpliftRule::provider_specific), busy_year, own) == Approx(0.039));
}

TEST_CASE("In a year in which nothing moves no rule but a stated percentage moves a price")
{
    for (UpliftRule const rule : all_of<UpliftRule>())
    {
        INFO(name_of(rule));
        CHECK(uplift(by(rule), {}, 0.0) == (rule == UpliftRule::fixed ? 0.02 : 0.0));
    }
}

TEST_CASE("Every rule's row stands in its place, and those alone look at the provider that are its own")
{
    for (UpliftRule const rule : all_of<UpliftRule>())
    {
        INFO(name_of(rule));
        CHECK(uplift_rules()[index_of(rule)].name == name_of(rule));
        bool const depends = uplift(by(rule), busy_year, 0.01) != uplift(by(rule), busy_year, 0.05);
        CHECK(looks_at_provider(by(rule)) == depends);
        CHECK(depends == (rule == UpliftRule::provider_specific || rule == UpliftRule::open_book));
    }
}

TEST_CASE("Only the part that is passed through reaches the price, and a fixed uplift is fixed")
{
    for (UpliftRule const rule : all_of<UpliftRule>())
    {
        INFO(name_of(rule));
        UpliftClause half = by(rule);
        half.pass_through = 0.5;
        double const whole = uplift(by(rule), busy_year, own);
        bool const is_whole = rule == UpliftRule::fixed || rule == UpliftRule::open_book; // whose books nobody opened
        CHECK(uplift(half, busy_year, own) == Approx(is_whole ? whole : 0.5 * whole));
    }
}

TEST_CASE("An efficiency deduction comes off whatever the rule says, below nothing if need be")
{
    for (UpliftRule const rule : all_of<UpliftRule>())
    {
        INFO(name_of(rule));
        UpliftClause cut = by(rule);
        cut.deduction = 0.04;
        CHECK(uplift(cut, busy_year, own) == Approx(uplift(by(rule), busy_year, own) - 0.04));
    }
}

TEST_CASE("A basket without pay elsewhere is the wage-weighted rule to the bit; overfull, prices have no weight in it")
{
    UpliftClause basket = by(UpliftRule::basket);
    basket.pay_share = 0.0;
    CHECK(uplift(basket, busy_year, own) == uplift(by(UpliftRule::wage_weighted), busy_year, own));
    basket.pay_share = 0.8;
    CHECK(uplift(basket, busy_year, own) == Approx(0.6 * 0.042 + 0.8 * 0.035));
}

TEST_CASE("A fully passed through wage-weighted rule leaves nothing to a provider of the same wage share")
{
    UpliftClause const clause{.rule = UpliftRule::wage_weighted, .fixed = 0.0, .pass_through = 1.0, .wage_share = 0.6};
    for (double const wages : {-0.01, 0.0, 0.05, 0.1})
        for (double const prices : {-0.01, 0.02, 0.1})
            CHECK(cost_growth(0.6, wages, prices) - uplift(clause, {wages, 0.0, prices}) == Approx(0.0).margin(1e-15));
    CHECK(cost_growth(1.0, 0.05, 0.02) == 0.05);
    CHECK(cost_growth(0.0, 0.05, 0.02) == 0.02);
}

TEST_CASE("A price that is no one provider's moves by provider-specific as if by the weights of the clause")
{
    CHECK(uplift(by(UpliftRule::provider_specific), busy_year) ==
          Approx(uplift(by(UpliftRule::wage_weighted), busy_year)));
}

TEST_CASE(
    "With open books a dear price falls towards what they show, a cheap one rises, by the part that is closed a year")
{
    UpliftClause clause = by(UpliftRule::open_book);
    for (double const shown : {0.8, 1.039, 1.3}) // cost of today over the price of yesterday
    {
        clause.pass_through = 1.0;
        CHECK(1.0 + uplift(clause, busy_year, {own, shown}) == Approx(shown));
        clause.pass_through = 0.25;
        CHECK(1.0 + uplift(clause, busy_year, {own, shown}) == Approx(1.039 + 0.25 * (shown - 1.039)));
        clause.pass_through = 1.5; // no more than the gap
        CHECK(1.0 + uplift(clause, busy_year, {own, shown}) == Approx(shown));
    }
    CHECK(uplift(clause, busy_year, own) == own); // nobody has looked
    UpliftClause const specific = by(UpliftRule::provider_specific);
    CHECK(uplift(specific, busy_year, {own, 0.8}) == uplift(specific, busy_year, own));
}

TEST_CASE("Who knows that its margin will be taken back asks for more of it at first")
{
    UpliftClause clause = by(UpliftRule::open_book);
    clause.pass_through = 0.5;
    // 700 falls by half of what is above 600 each year: 700, 650 and 625 are 658.33 on average.
    CHECK(margin_kept(clause, 3.0) == Approx((1.0 + 0.5 + 0.25) / 3.0));
    CHECK(first_price(clause, 600.0 + 175.0 / 3.0, 600.0, 3.0) == Approx(700.0));
    CHECK(first_price(clause, 600.0, 600.0, 3.0) == 600.0);
    CHECK(first_price(by(UpliftRule::cpi), 658.0, 600.0, 3.0) == 658.0);
    CHECK(margin_kept(by(UpliftRule::cpi), 3.0) == 1.0);
}
