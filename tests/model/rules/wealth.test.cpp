#include "model/rules/wealth.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace caremarket;

using Answer = Takeover::Answer;

TEST_CASE("Capital lasts as many weeks as the price beyond income goes into it, and for ever where income suffices")
{
    CHECK(weeks_until_spent(10'000.0, 800.0, 300.0) == 20.0);
    CHECK(weeks_until_spent(-5.0, 800.0, 300.0) == 0.0);
    CHECK(std::isinf(weeks_until_spent(10'000.0, 300.0, 300.0)));
    CHECK(capital_after(10'000.0, 800.0, 300.0, 12.0) == 4'000.0);
    CHECK(capital_after(10'000.0, 800.0, 300.0, 25.0) == 0.0);
    CHECK(capital_after(10'000.0, 200.0, 300.0, 25.0) == 10'000.0); // nothing is saved up in care
}

TEST_CASE("Capital between the limits counts as a pound a week for each step begun")
{
    CHECK(tariff_income(-1.0, 250.0) == 0.0);
    CHECK(tariff_income(0.0, 250.0) == 0.0);
    CHECK(tariff_income(0.01, 250.0) == 1.0);
    CHECK(tariff_income(250.0, 250.0) == 1.0);
    CHECK(tariff_income(250.01, 250.0) == 2.0);
    CHECK(tariff_income(23'250.0 - 14'250.0, 250.0) == 36.0);
    CHECK(tariff_income(250.01, 500.0) == 1.0);
}

TEST_CASE("When a self-funder's money is spent the home takes the rate, the family adds, the council gives way, or not")
{
    auto const answer = [](double reservation, double family)
    { return take_over_from_self_funder(600.0, 630.0, reservation, family); };
    Takeover const at_rate = answer(600.0, 500.0);
    CHECK(at_rate.answer == Answer::council_rate);
    CHECK(at_rate.price == 600.0);
    CHECK(at_rate.top_up == 0.0);
    Takeover const topped_up = answer(640.0, 50.0);
    CHECK(topped_up.answer == Answer::topped_up);
    CHECK(topped_up.price == 600.0);
    CHECK(topped_up.top_up == 40.0);
    Takeover const above = answer(630.0, 29.0);
    CHECK(above.answer == Answer::above_rate);
    CHECK(above.price == 630.0);
    CHECK(above.top_up == 0.0);
    CHECK(answer(631.0, 30.0).answer == Answer::moves);
}
