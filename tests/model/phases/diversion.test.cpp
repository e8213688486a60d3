#include "model/identities.hpp"
#include "model/phases/brokerage.hpp"
#include "model/phases/delivery.hpp"
#include "model/phases/demand.hpp"
#include "tests/support/staged_market.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

/// Where the council looks after a long wait: interim beds, and nursing beds for residential needs.
namespace
{

constexpr Service care = Service::homecare;

struct LongWait
{
    StagedMarket stage;
    People& people = stage.market.people[0];

    LongWait()
    {
        for (Service const service : all_of<Service>())
        {
            for (Funding const funding : all_of<Funding>())
                stage.market.tables.arrivals[service][funding] = 0.0;
            double const price = service == care ? 16.0 : 600.0;
            stage.set_prices(service, price, 1.3 * price, 0.9 * price);
            stage.fill_up(service);
            stage.inputs.behaviour.of[service].diversion_weeks = 3.0;
        }
        stage.market.commissioners.front().usual_rate = {{16.0, 600.0, 600.0}};
        stage.inputs.behaviour.of[care].interim_stay = 6.0;
    }

    void live(std::int32_t week)
    {
        stage.week = Clock(2016).week(week);
        for (std::size_t block = 0; block < stage.market.people.size(); ++block)
            admit_new_demand(stage.market, stage.inputs, stage.week, block);
        place_people(stage.market, stage.inputs, stage.week, in_order);
        pay_for_delivery(stage.market, stage.inputs, stage.week, in_order);
        CHECK(broken_identities(stage.market).empty());
    }
};

} // namespace

TEST_CASE("Who waits long in hospital for homecare goes to an interim bed for some weeks, and seeks homecare again")
{
    LongWait wait;
    StagedMarket& stage = wait.stage;
    stage.set_capacity(stage.provider(Service::residential, 0), 5);
    PersonSlot const person = stage.add_seeker(0, care, Funding::council);
    People& people = wait.people;
    people[person].source = Source::hospital;
    people[person].need = people[person].assessed_need = 44;
    for (std::int32_t week = 0; week < 3; ++week)
        wait.live(week);
    CHECK(people.is_waiting(person));
    CHECK(people[person].service == care);
    wait.live(3);
    REQUIRE(people.is_in_care(person));
    CHECK(people[person].service == Service::residential);
    CHECK(people[person].assessed == care);
    CHECK(people[person].need == quarters_in_a_unit);
    CHECK(stage.market.counts[0].areas[stage.market.area(care, 0)].diverted == 1);
    for (std::int32_t week = 4; week < 9; ++week)
        wait.live(week);
    CHECK(people.is_staying(person));
    wait.live(9); // six weeks after week 3
    CHECK(people[person].last_day != stays_on);
    wait.live(10);
    CHECK(people.is_waiting(person));
    CHECK(people[person].service == care);
    CHECK(people[person].need == 44);
    CHECK_FALSE(people[person].is_temporary);
    stage.set_capacity(stage.provider(care, 0), 50);
    wait.live(11);
    CHECK(people.provider[person] == stage.provider(care, 0));
}

TEST_CASE("Nobody goes to an interim bed from home, and nobody who buys alone")
{
    LongWait wait;
    wait.stage.set_capacity(wait.stage.provider(Service::residential, 0), 5);
    PersonSlot const at_home = wait.stage.add_seeker(0, care, Funding::council);
    PersonSlot const buys_alone = wait.stage.add_seeker(0, care, Funding::council);
    wait.people[buys_alone].source = Source::hospital;
    wait.people[buys_alone].has_direct_payment = 1;
    for (std::int32_t week = 0; week < 8; ++week)
        wait.live(week);
    CHECK(wait.people.is_waiting(at_home));
    CHECK(wait.people.is_waiting(buys_alone));
}

TEST_CASE("A residential need that waits long is met in a nursing home, and stays there")
{
    LongWait wait;
    wait.stage.set_capacity(wait.stage.provider(Service::nursing, 0), 5);
    PersonSlot const person = wait.stage.add_seeker(0, Service::residential, Funding::council);
    for (std::int32_t week = 0; week < 20; ++week)
        wait.live(week);
    CHECK(wait.people.provider[person] == wait.stage.provider(Service::nursing, 0));
    CHECK(wait.people.is_staying(person));
    CHECK(wait.stage.posted(Flow::funded_nursing, Service::nursing, Channel::spot, 0) > 0);
}
