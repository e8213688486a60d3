#include "model/rules/guaranteed_hours.hpp"

#include "model/rules/expected_fill.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace caremarket;

namespace
{

GuaranteedHoursChoice usual_choice()
{
    return {.employed = 1000.0,
            .hours = 1000.0,
            .spread = 100.0,
            .hour_cost = 10.0,
            .quit_rate = 0.4,
            .usual = 0.5,
            .effect = 0.17,
            .leaver_cost = 5.0};
}

/// The share of least cost by trying all, the least among equals.
double by_trying_all(GuaranteedHoursChoice const& c)
{
    double best = 0.0;
    double least = 0.0;
    for (int step = 0; step <= 20; ++step)
    {
        double const share = step / 20.0;
        double const idle = expected_idle(share * c.employed, c.hours, c.spread) * c.hour_cost;
        double const leavers = c.employed * c.quit_rate * quitting_under_guarantee(share, c.usual, c.effect) / 52.18;
        double const cost = idle + leavers * c.leaver_cost * c.hour_cost;
        if (step > 0 && cost >= least)
            continue;
        best = share;
        least = cost;
    }
    return best;
}

} // namespace

TEST_CASE("A guarantee beyond the usual lowers quitting, one below it raises it, and the usual leaves it as it is")
{
    CHECK(quitting_under_guarantee(0.5, 0.5, 0.17) == 1.0);
    CHECK(quitting_under_guarantee(1.0, 0.5, 0.17) == Approx(std::exp(-0.085)));
    CHECK(quitting_under_guarantee(0.0, 0.5, 0.17) == Approx(std::exp(0.085)));
    CHECK(quitting_under_guarantee(0.9, 0.1, 0.0) == 1.0);
}

TEST_CASE("Steadier work makes a provider guarantee more hours; certain work, all of them")
{
    GuaranteedHoursChoice choice = usual_choice();
    double before = 1.0;
    for (double const spread : {0.0, 50.0, 200.0, 400.0, 900.0})
    {
        choice.spread = spread;
        double const chosen = guaranteed_hours_chosen(choice);
        CHECK(chosen <= before);
        before = chosen;
    }
    CHECK(before < 0.8);
    choice.spread = 0.0;
    CHECK(guaranteed_hours_chosen(choice) == 1.0);
}

TEST_CASE("Where leavers cost nothing no hour is guaranteed that could be idle")
{
    GuaranteedHoursChoice choice = usual_choice();
    choice.leaver_cost = 0.0;
    choice.spread = 400.0;
    CHECK(guaranteed_hours_chosen(choice) == 0.0);
}

TEST_CASE("Hours are guaranteed against the work there is, however many staff there are for it")
{
    GuaranteedHoursChoice choice = usual_choice();
    choice.spread = 0.0;
    CHECK(guaranteed_hours_chosen(choice) == 1.0);
    choice.employed = 1250.0; // a fifth of whose time is slack
    CHECK(guaranteed_hours_chosen(choice) == 0.8);
}

TEST_CASE("The chosen share is the cheapest of all steps, the least among equals")
{
    GuaranteedHoursChoice choice = usual_choice();
    for (double const usual : {0.0, 0.13, 0.57, 0.75, 1.0})
        for (double const spread : {0.0, 10.0, 100.0, 300.0, 2000.0})
            for (double const effect : {0.0, 0.17, 1.0})
                for (double const leaver_cost : {0.0, 1.0, 5.0, 52.0})
                {
                    choice.usual = usual;
                    choice.spread = spread;
                    choice.effect = effect;
                    choice.leaver_cost = leaver_cost;
                    CAPTURE(usual, spread, effect, leaver_cost);
                    CHECK(guaranteed_hours_chosen(choice) == by_trying_all(choice));
                }
}
