#include "model/firms/extension.hpp"

#include "model/provider_costs.hpp"
#include "tests/support/staged_market.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

/// Full homes that earn a great deal, and people who wait.
StagedMarket boom(double hurdle)
{
    StagedMarket stage;
    Providers& all = stage.market.providers;
    for (std::size_t p = 0; p < all.key.size(); ++p)
        if (all.service[p] == home)
        {
            all.size[p] = 20.0;
            all.overhead[p] = overhead_for(stage.inputs.behaviour.of[home], 20.0);
            all.occupied[p] = all.capacity[p];
            all.earned_elsewhere[p] = 1500.0;
        }
    for (LocalMarket& local : stage.market.local)
        local.waiting = 100.0;
    stage.inputs.behaviour.of[home].entry_hurdle = hurdle;
    stage.inputs.behaviour.of[home].entry_cost = 75'000.0;
    stage.inputs.behaviour.of[home].expansion_step = 0.25;
    stage.inputs.behaviour.of[home].expansions_considered = 1.0;
    stage.inputs.behaviour.of[home].expansion_lead = 30.0;
    return stage;
}

int building(StagedMarket const& stage)
{
    int count = 0;
    for (std::int32_t const opens : stage.market.providers.extension_opens)
        count += opens != never;
    return count;
}

void look_for_three_years(StagedMarket& stage)
{
    for (std::int32_t quarter = 0; quarter < 12; ++quarter)
    {
        stage.week = Clock(2016).week(13 * quarter);
        consider_extensions(stage.market, stage.inputs, stage.week);
    }
}

} // namespace

TEST_CASE("Homes build on where the return beats the hurdle, and nowhere else")
{
    StagedMarket good = boom(0.05);
    look_for_three_years(good);
    CHECK(building(good) >= 5); // of six; each looks about once a year
    StagedMarket bad = boom(1.0);
    look_for_three_years(bad);
    CHECK(building(bad) == 0);
}

TEST_CASE("The council's own homes do not build on, nor a home where there is no step to build")
{
    StagedMarket stage = boom(0.05);
    for (Sector& sector : stage.market.providers.sector)
        sector = Sector::in_house;
    look_for_three_years(stage);
    CHECK(building(stage) == 0);
    StagedMarket no_step = boom(0.05);
    no_step.inputs.behaviour.of[home].expansion_step = 0.0;
    look_for_three_years(no_step);
    CHECK(building(no_step) == 0);
}

TEST_CASE("An extension opens after its lead, with the beds that were planned and the overhead of a larger home")
{
    StagedMarket stage = boom(0.05);
    ProviderId const provider = stage.provider(home, 0);
    auto const p = StagedMarket::at(provider);
    Providers& all = stage.market.providers;
    for (std::int32_t quarter = 0; all.extension_opens[p] == never; ++quarter)
    {
        REQUIRE(quarter < 40);
        stage.week = Clock(2016).week(13 * quarter);
        consider_extensions(stage.market, stage.inputs, stage.week);
    }
    std::int32_t const decided = stage.week.number;
    CHECK(all.extension_opens[p] == decided + 30);
    CHECK(all.extension[p] == 5.0);
    double const overhead = all.overhead[p];
    stage.week = Clock(2016).week(decided + 29);
    open_extensions(stage.market, stage.inputs, stage.week);
    CHECK(all.size[p] == 20.0);
    stage.week = Clock(2016).week(decided + 30);
    open_extensions(stage.market, stage.inputs, stage.week);
    CHECK(all.size[p] == 25.0);
    CHECK(all.overhead[p] > overhead);
    CHECK(all.extension_opens[p] == never);
    CHECK(stage.market.counts[0].areas[stage.market.area(home, 0)].capacity_opened >= 5.0);
    open_extensions(stage.market, stage.inputs, stage.week);
    CHECK(all.size[p] == 25.0); // once
}
