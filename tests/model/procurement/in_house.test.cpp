#include "model/procurement/in_house.hpp"

#include "model/identities.hpp"
#include "model/phases/brokerage.hpp"
#include "model/phases/delivery.hpp"
#include "model/phases/world.hpp"
#include "tests/support/staged_market.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

/// A council that wants half of 20 beds in the first town to be its own.
StagedMarket with_plan(double share)
{
    StagedMarket stage;
    for (LocalMarket& local : stage.market.local)
        local.council_volume = 0.0;
    stage.market.local[stage.market.area(home, 0)].council_volume = 20.0;
    set_mix(stage.inputs.strategies.front().of[home], {.in_house = share});
    stage.inputs.behaviour.of[home].entry_lead = 6.0;
    return stage;
}

ProviderId own_of(StagedMarket const& stage)
{
    for (ProviderId const provider : stage.market.providers_of[stage.market.area(home, 0)])
        if (stage.market.providers.sector[StagedMarket::at(provider)] == Sector::in_house)
            return provider;
    return no_provider;
}

void open_until(StagedMarket& stage, std::int32_t until)
{
    for (std::int32_t week = stage.week.number + 1; week <= until; ++week)
    {
        stage.week = Clock(2016).week(week);
        open_own_supply(stage.market, stage.inputs, stage.week);
    }
}

} // namespace

TEST_CASE("What the council plans to supply itself opens after the lead, as large as planned")
{
    StagedMarket stage = with_plan(0.5);
    plan_own_supply(stage.market, stage.inputs, stage.week);
    open_until(stage, 5);
    CHECK(own_of(stage) == no_provider);
    open_until(stage, 6);
    ProviderId const own = own_of(stage);
    REQUIRE(own != no_provider);
    CHECK(stage.market.providers.size[StagedMarket::at(own)] == 10.0);
    CHECK(stage.market.providers.group[StagedMarket::at(own)] == no_group);
    open_until(stage, 30);
    CHECK(stage.market.providers_of[stage.market.area(home, 0)].size() == 3); // once

    StagedMarket none = with_plan(0.0);
    plan_own_supply(none.market, none.inputs, none.week);
    open_until(none, 6);
    CHECK(own_of(none) == no_provider);
}

TEST_CASE("The council pays its own staff on its own scale")
{
    StagedMarket stage = with_plan(0.5);
    stage.inputs.behaviour.all.in_house_pay = 0.25;
    plan_own_supply(stage.market, stage.inputs, stage.week);
    open_until(stage, 6);
    CHECK(stage.market.providers.wage[StagedMarket::at(own_of(stage))] ==
          Approx(1.25 * stage.market.world.outside_wage));
    stage.inputs.outlook.all.outside_wage_growth = 0.04;
    stage.week = Clock(2016).week(52);
    turn_to(stage.market, stage.inputs, stage.week);
    CHECK(stage.market.providers.wage[StagedMarket::at(own_of(stage))] ==
          Approx(1.25 * stage.market.world.outside_wage)); // also in the next year
}

TEST_CASE("When the plan is given up the council closes its own supply and looks for other places for its people")
{
    StagedMarket stage = with_plan(0.5);
    plan_own_supply(stage.market, stage.inputs, stage.week);
    open_until(stage, 6);
    ProviderId const own = own_of(stage);
    PersonSlot const person = stage.add_resident(0, home, Funding::council, own, 600.0);
    PersonSlot const leaver = stage.add_resident(0, home, Funding::council, own, 600.0);
    stage.week = Clock(2016).week(13);
    auto const live = [&stage]
    {
        plan_own_supply(stage.market, stage.inputs, stage.week);
        pay_for_delivery(stage.market, stage.inputs, stage.week, in_order);
        close_own_supply(stage.market, stage.week);
    };
    live();
    CHECK(stage.market.people[0].is_in_care(person));
    set_mix(stage.inputs.strategies.front().of[home], {});
    stage.market.people[0].leave(leaver, 3); // who leaves in the week leaves from there
    live();
    CHECK_FALSE(stage.market.providers.is_open(own));
    CHECK(stage.market.people[0].is_waiting(person));
    CHECK(stage.market.people[0][person].is_displaced);
    // What it put in beside what care has cost comes back to it.
    CHECK(stage.market.books.balance(stage.market.account_of(own)) == 0);
    CHECK(stage.market.books.line(0, {Flow::dividend, home, Channel::in_house, 0}) > 0);
    CHECK(stage.market.books.line(0, {Flow::dividend, home, Channel::spot, 0}) == 0);
    CHECK(broken_identities(stage.market).empty());
}

TEST_CASE("Nobody but the council sends people to its own supply")
{
    StagedMarket stage = with_plan(0.5);
    plan_own_supply(stage.market, stage.inputs, stage.week);
    open_until(stage, 6);
    stage.fill_up(home);
    stage.set_capacity(own_of(stage), 5);
    PersonSlot const self_funder = stage.add_seeker(0, home, Funding::self_funder);
    PersonSlot const other = stage.add_seeker(0, home, Funding::other);
    PersonSlot const council = stage.add_seeker(0, home, Funding::council);
    place_people(stage.market, stage.inputs, stage.week, in_order);
    CHECK(stage.market.people[0].is_waiting(self_funder));
    CHECK(stage.market.people[0].is_waiting(other));
    CHECK(stage.market.people[0].provider[council] == own_of(stage));
}
