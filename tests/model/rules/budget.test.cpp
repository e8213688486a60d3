#include "model/rules/budget.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

namespace
{

constexpr BudgetWatch four_weeks_and_a_twentieth{.forecast_from = 28.0, .full_pressure = 0.05};

} // namespace

TEST_CASE("Within its budget a council is under no pressure, at a twentieth over it under full pressure")
{
    double const half_a_year = 365.25 / 2.0;
    int const days = 183; // as near as whole days come
    auto const at = [&](double forecast)
    { return budget_pressure(forecast * days / 365.25, days, 100.0, four_weeks_and_a_twentieth); };
    CHECK(half_a_year < days);
    CHECK(at(99.0) == 0.0);
    CHECK(at(100.0) == Approx(0.0).margin(1e-12));
    CHECK(at(102.5) == Approx(0.5));
    CHECK(at(105.0) == Approx(1.0));
    CHECK(at(200.0) == 1.0);
}

TEST_CASE("In its first four weeks a council makes no forecast, nor without a budget")
{
    CHECK(budget_pressure(50.0, 27, 100.0, four_weeks_and_a_twentieth) == 0.0);
    CHECK(budget_pressure(50.0, 28, 100.0, four_weeks_and_a_twentieth) == 1.0);
    CHECK(budget_pressure(50.0, 200, 0.0, four_weeks_and_a_twentieth) == 0.0);
}
