#include "model/phases/labour.hpp"

#include "tests/support/staged_market.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace caremarket;
using namespace caremarket::tests;

/// Why staff leave, and that they leave one by one.
namespace
{

constexpr Service home = Service::nursing; // one in each town

StagedMarket at_outside_pay(double staff, double posts)
{
    StagedMarket stage;
    auto const p = StagedMarket::at(stage.provider(home, 0));
    Providers& all = stage.market.providers;
    all.wage[p] = stage.market.world.outside_wage;
    all.staff[p] = staff;
    all.posts[p] = posts;
    all.guaranteed_hours[p] = stage.inputs.behaviour.of[home].guaranteed_hours;
    return stage;
}

/// Share of its staff that leaves the home in a year, as seen in one week.
double leaving_rate(StagedMarket stage)
{
    double const staff = stage.market.providers.staff[StagedMarket::at(stage.provider(home, 0))];
    hire_and_lose_staff(stage.market, stage.inputs, stage.week, 0);
    return stage.market.counts[0].areas[stage.market.area(home, 0)].leavers / staff / stage.week.years();
}

} // namespace

TEST_CASE("At outside pay, usual guarantees and no more vacancies than usual staff quit as often as they usually do")
{
    StagedMarket const stage = at_outside_pay(1000.0, 1000.0);
    CHECK(leaving_rate(stage) == Approx(stage.inputs.behaviour.of[home].quit_rate));
}

TEST_CASE("Vacant posts beyond the usual make the others leave too")
{
    StagedMarket stage = at_outside_pay(700.0, 1000.0);
    stage.inputs.behaviour.all.strain_effect = 1.0;
    BehaviourService const& b = stage.inputs.behaviour.of[home];
    CHECK(leaving_rate(stage) == Approx(b.quit_rate * std::exp(0.3 - b.vacancy_target)));
    stage.inputs.behaviour.all.strain_effect = 0.0;
    CHECK(leaving_rate(stage) == Approx(b.quit_rate));
}

TEST_CASE("Of staff beyond the posts wanted a part leaves besides")
{
    StagedMarket stage = at_outside_pay(1250.0, 1000.0);
    stage.inputs.behaviour.all.shed_rate = 0.7;
    CHECK(leaving_rate(stage) == Approx(stage.inputs.behaviour.of[home].quit_rate + 0.7 * 0.2));
}

TEST_CASE("Staff whose hours are guaranteed leave less")
{
    StagedMarket stage = at_outside_pay(1000.0, 1000.0);
    stage.inputs.behaviour.all.guaranteed_hours_effect = 0.5;
    double const usual = stage.inputs.behaviour.of[home].guaranteed_hours;
    stage.market.providers.guaranteed_hours[StagedMarket::at(stage.provider(home, 0))] = 1.0;
    CHECK(leaving_rate(stage) == Approx(stage.inputs.behaviour.of[home].quit_rate * std::exp(-0.5 * (1.0 - usual))));
}

TEST_CASE("Staff leave worker by worker, on average as many as would leave in fractions")
{
    double const quit_rate = at_outside_pay(1.0, 1.0).inputs.behaviour.of[home].quit_rate;
    double hours = 0.0;
    int weeks_without = 0;
    constexpr std::uint32_t replicates = 60;
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate)
    {
        StagedMarket stage = at_outside_pay(520.0, 520.0);
        stage.market.draws = Draws(1, replicate);
        stage.inputs.behaviour.all.worker_hours = 26.0;
        Providers& all = stage.market.providers;
        auto const p = StagedMarket::at(stage.provider(home, 0));
        all.next_leaver[p] = static_cast<float>(stage.market.draws.exponential(all.key[p], Purpose::leavers, 0));
        for (std::int32_t week = 0; week < 51; ++week)
        {
            all.staff[p] = all.posts[p] = 520.0;
            double const before = stage.market.counts[0].areas[stage.market.area(home, 0)].leavers;
            hire_and_lose_staff(stage.market, stage.inputs, Clock(2016).week(week), 0);
            double const left = stage.market.counts[0].areas[stage.market.area(home, 0)].leavers - before;
            CHECK(std::remainder(left, 26.0) == Approx(0.0).margin(1e-9));
            hours += left;
            weeks_without += left == 0.0;
        }
    }
    double const expected = replicates * 520.0 * quit_rate * 51.0 * 7.0 / 365.25;
    CHECK(hours == Approx(expected).epsilon(0.15));
    CHECK(weeks_without > 1000);
}
