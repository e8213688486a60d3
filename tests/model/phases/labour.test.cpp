#include "model/phases/labour.hpp"

#include "model/phases/capacity.hpp"
#include "model/phases/world.hpp"
#include "model/provider_costs.hpp"
#include "tests/support/staged_market.hpp"

#include <catch2/catch.hpp>

#include <numeric>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

double staff_in(Market const& market, std::size_t locality)
{
    double hours = 0.0;
    for (Service const service : all_of<Service>())
        for (ProviderId const provider : market.providers_of[market.area(service, locality)])
            hours += market.providers.staff[StagedMarket::at(provider)];
    return hours;
}

double leavers_in(Market const& market, std::size_t locality)
{
    double hours = 0.0;
    for (Service const service : all_of<Service>())
        hours += market.counts[0].areas[market.area(service, locality)].leavers;
    return hours;
}

} // namespace

TEST_CASE("Hours of staff and job seekers are conserved: who leaves a provider looks for work in care or has left it")
{
    StagedMarket stage;
    stage.inputs.behaviour.all.give_up_search = 0.0;
    stage.market.labour[0].usual_inflow = 0.0;
    double const before = staff_in(stage.market, 0) + stage.market.labour[0].job_seekers;
    hire_and_lose_staff(stage.market, stage.inputs, stage.week, 0);
    double const after = staff_in(stage.market, 0) + stage.market.labour[0].job_seekers;
    double const left_care = leavers_in(stage.market, 0) * (1.0 - stage.inputs.behaviour.all.hires_from_sector);
    CHECK(leavers_in(stage.market, 0) > 0.0);
    CHECK(before - after == Approx(left_care).epsilon(1e-9));
}

TEST_CASE("Nobody is hired who does not look for work, and no provider hires beyond its posts")
{
    StagedMarket stage;
    stage.inputs.behaviour.all.hires_from_sector = 0.0;
    stage.market.labour[0].usual_inflow = 0.0;
    stage.market.labour[0].job_seekers = 0.0;
    double const before = staff_in(stage.market, 0);
    hire_and_lose_staff(stage.market, stage.inputs, stage.week, 0);
    CHECK(staff_in(stage.market, 0) == Approx(before - leavers_in(stage.market, 0)).epsilon(1e-12));

    stage.market.labour[1].job_seekers = 1e9;
    hire_and_lose_staff(stage.market, stage.inputs, stage.week, 1);
    ProviderId const provider = stage.provider(home, 1);
    CHECK(stage.market.providers.staff[StagedMarket::at(provider)] <=
          stage.market.providers.posts[StagedMarket::at(provider)]);
    CHECK(stage.market.labour[1].job_seekers >= 0.0);
}

TEST_CASE("A provider that pays more loses fewer staff and hires more of those who look")
{
    StagedMarket stage;
    ProviderId const one = stage.provider(home, 0, 0);
    ProviderId const other = stage.provider(home, 0, 1);
    Providers& all = stage.market.providers;
    for (ProviderId const provider : {one, other})
    {
        all.size[StagedMarket::at(provider)] = 30.0;
        all.staff[StagedMarket::at(provider)] = 700.0;
    }
    all.wage[StagedMarket::at(one)] = 8.50;
    all.wage[StagedMarket::at(other)] = 7.50;
    hire_and_lose_staff(stage.market, stage.inputs, stage.week, 0);
    CHECK(all.staff[StagedMarket::at(one)] > all.staff[StagedMarket::at(other)]);
    CHECK(all.turnover[StagedMarket::at(one)] < all.turnover[StagedMarket::at(other)]);
}

TEST_CASE("A home opens no bed without staff and none beyond its beds, and homecare is as large as its staff")
{
    StagedMarket stage;
    BehaviourService const& b = stage.inputs.behaviour.of[home];
    Providers& all = stage.market.providers;
    auto const p = StagedMarket::at(stage.provider(home, 0));
    all.size[p] = 20.0;
    all.efficiency[p] = 1.0;
    auto const capacity_with = [&](double beds_staffed)
    {
        all.staff[p] = beds_staffed * hours_per_unit(stage.market, stage.inputs.behaviour, stage.provider(home, 0)) /
                       (1.0 + b.agency_reach);
        set_capacity(stage.market, stage.inputs, stage.week, 0);
        return units(all.capacity[p]);
    };
    CHECK(capacity_with(100.0) == 20.0);
    CHECK(capacity_with(10.001) == 10.0);
    CHECK(capacity_with(0.0) == 0.0);

    auto const h = StagedMarket::at(stage.provider(Service::homecare, 0));
    all.staff[h] = 1000.0;
    all.efficiency[h] = 1.0;
    set_capacity(stage.market, stage.inputs, stage.week, 0);
    double const contact_hours = 1000.0 / (1.0 + all.travel[h]);
    CHECK(units(all.capacity[h]) <= contact_hours * (1.0 + stage.inputs.behaviour.of[Service::homecare].agency_reach));
    CHECK(units(all.capacity[h]) > 0.99 * contact_hours);
}

TEST_CASE("Too few staff turn nobody out: the people stay and the place is closed to new ones")
{
    StagedMarket stage;
    ProviderId const provider = stage.provider(home, 0);
    for (int i = 0; i < 5; ++i)
        stage.add_resident(0, home, Funding::council, provider, 600.0);
    stage.market.providers.staff[StagedMarket::at(provider)] = 0.0;
    set_capacity(stage.market, stage.inputs, stage.week, 0);
    CHECK(stage.market.providers.capacity[StagedMarket::at(provider)] == 0);
    CHECK(stage.market.providers.occupied[StagedMarket::at(provider)] == 5 * quarters_in_a_unit);
}

TEST_CASE("On 1 April no provider pays below the new floor, and prices move by the year's inflation once")
{
    StagedMarket stage;
    Clock const clock(2016);
    Providers& all = stage.market.providers;
    all.wage.front() = stage.market.world.wage_floor;
    for (std::int32_t week = 0; week < 52; ++week)
    {
        turn_to(stage.market, stage.inputs, clock.week(week));
        REQUIRE(stage.market.world.wage_floor == 7.20);
        REQUIRE(stage.market.world.price_level == 1.0);
    }
    turn_to(stage.market, stage.inputs, clock.week(52));
    CHECK(stage.market.world.wage_floor == 7.50);
    CHECK(stage.market.world.wage_floor_growth == Approx(7.50 / 7.20 - 1.0));
    CHECK(stage.market.world.price_level == Approx(1.027));
    CHECK(all.wage.front() >= 7.50);
    for (double const wage : all.wage)
        CHECK(wage >= 7.50);
    turn_to(stage.market, stage.inputs, clock.week(53));
    CHECK(stage.market.world.price_level == Approx(1.027));
}

TEST_CASE("While the market warms up the world stands still")
{
    StagedMarket stage;
    Clock const clock(2016);
    World const before = stage.market.world;
    for (std::int32_t week = -60; week < 0; ++week)
        turn_to(stage.market, stage.inputs, clock.week(week));
    CHECK(stage.market.world.date == before.date);
    CHECK(stage.market.world.wage_floor == before.wage_floor);
    CHECK(stage.market.world.price_level == 1.0);
    CHECK(stage.market.world.need_level == 1.0);
}
