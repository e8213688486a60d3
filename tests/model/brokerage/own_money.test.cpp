#include "model/phases/brokerage.hpp"

#include "tests/support/staged_phases.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

/// People who add money of their own or their family's: top-ups, direct payments; and the NHS, which pays for all.
namespace
{

constexpr Service home = Service::residential;
constexpr Service care = Service::homecare;

StagedMarket one_home(double quote)
{
    StagedMarket stage;
    stage.set_prices(home, quote, 800.0, 500.0);
    stage.market.commissioners.front().usual_rate = {{16.0, 600.0, 650.0}};
    stage.fill_up(home);
    stage.set_capacity(stage.provider(home, 0), 5);
    set_lever(stage.inputs, &StrategyService::spot_limit, 1.0);
    set_lever(stage.inputs, &StrategyService::spot_limit_rise, 0.0);
    set_mix(stage.inputs.strategies.front().of[home], {});
    return stage;
}

PersonSlot seeker_whose_family_adds(StagedMarket& stage, double pounds)
{
    PersonSlot const person = stage.add_seeker(0, home, Funding::council);
    stage.market.people[0][person].chooses = 1;
    stage.market.people[0][person].family_adds = pounds;
    return person;
}

} // namespace

TEST_CASE("A family adds what a chosen home asks beyond the council's limit, if it can and may")
{
    StagedMarket stage = one_home(640.0);
    PersonSlot const enough = seeker_whose_family_adds(stage, 40.0);
    PersonSlot const too_little = seeker_whose_family_adds(stage, 39.0);
    PersonSlot const sent = seeker_whose_family_adds(stage, 40.0);
    People& people = stage.market.people[0];
    people[sent].chooses = 0; // takes what the council finds
    place(stage);
    CHECK(people[enough].price == 600.0);
    CHECK(people[enough].top_up == 40.0);
    CHECK(people.is_waiting(too_little));
    CHECK(people.is_waiting(sent));

    StagedMarket forbidden = one_home(640.0);
    set_lever(forbidden.inputs, &StrategyService::top_ups, 0.0);
    PersonSlot const willing = seeker_whose_family_adds(forbidden, 40.0);
    place(forbidden);
    CHECK(forbidden.market.people[0].is_waiting(willing));
}

TEST_CASE("Within the council's limit no family adds anything")
{
    StagedMarket stage = one_home(600.0);
    PersonSlot const person = seeker_whose_family_adds(stage, 40.0);
    place(stage);
    CHECK(stage.market.people[0][person].price == 600.0);
    CHECK(stage.market.people[0][person].top_up == 0.0);
}

TEST_CASE("Who has a direct payment buys at the list price and adds what the council's rate does not cover")
{
    StagedMarket stage;
    stage.set_prices(care, 15.0, 20.0, 14.0);
    stage.market.commissioners.front().usual_rate = {{16.0, 600.0, 650.0}};
    stage.fill_up(care);
    ProviderId const agency = stage.provider(care, 0);
    stage.set_capacity(agency, 50);
    stage.add_contract(agency, 10, 15.0); // not for who buys alone
    stage.inputs.strategies.front().of[care].direct_payment_rate = 0.75;
    PersonSlot const person = stage.add_seeker(0, care, Funding::council);
    People& people = stage.market.people[0];
    people[person].has_direct_payment = 1;
    people[person].need = 10 * quarters_in_a_unit;
    place(stage);
    REQUIRE(people.provider[person] == agency);
    CHECK(people.contract[person] == no_contract);
    CHECK(people[person].price == 12.0);
    CHECK(people[person].top_up == 80.0); // eight pounds for each of ten hours

    StagedMarket generous = stage;
    generous.inputs.strategies.front().of[care].direct_payment_rate = 2.0;
    PersonSlot const other = generous.add_seeker(0, care, Funding::council);
    generous.market.people[0][other].has_direct_payment = 1;
    place(generous);
    CHECK(generous.market.people[0][other].price == 20.0);
    CHECK(generous.market.people[0][other].top_up == 0.0);
}

TEST_CASE("The NHS pays the quote, and in a nursing home what it gives for other people's nursing besides")
{
    StagedMarket stage;
    stage.market.world.funded_nursing_care = 156.25;
    for (Service const service : {home, Service::nursing})
    {
        stage.set_prices(service, 700.0, 900.0, 500.0);
        stage.fill_up(service);
        stage.set_capacity(stage.provider(service, 0), 5);
    }
    PersonSlot const in_home = stage.add_seeker(0, home, Funding::nhs);
    PersonSlot const nursed = stage.add_seeker(0, Service::nursing, Funding::nhs);
    PersonSlot const other = stage.add_seeker(0, Service::nursing, Funding::other);
    place(stage);
    People const& people = stage.market.people[0];
    CHECK(people[in_home].price == 700.0);
    CHECK(people[nursed].price == 856.25);
    CHECK(people[other].price == 700.0);
}
