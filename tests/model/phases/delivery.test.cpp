#include "model/phases/delivery.hpp"

#include "model/brokerage/call_plan.hpp"
#include "model/phases/demand.hpp"
#include "tests/support/staged_phases.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

} // namespace

TEST_CASE("Care is paid for by the day, from the day it begins to the day it ends")
{
    StagedMarket stage;
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 10);
    stage.add_resident(0, home, Funding::council, provider, 700.0); // the whole week
    PersonSlot const began = stage.add_resident(0, home, Funding::council, provider, 700.0);
    PersonSlot const ends = stage.add_resident(0, home, Funding::council, provider, 700.0);
    stage.market.people[0][began].first_day = 4; // three days
    stage.market.people[0].leave(ends, 2);       // two days
    deliver(stage);
    CHECK(stage.posted(Flow::care_used, home, Channel::spot, 0) == 70000 + 30000 + 20000);
    CHECK(stage.market.people[0][began].first_day == 0);
    CHECK(stage.market.providers.occupied[StagedMarket::at(provider)] == 2 * quarters_in_a_unit);
}

TEST_CASE("A contribution is the assessed charge for the days of care, and never above what the care costs")
{
    StagedMarket stage;
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 10);
    PersonSlot const poor = stage.add_resident(0, home, Funding::council, provider, 700.0);
    PersonSlot const rich = stage.add_resident(0, home, Funding::council, provider, 700.0);
    PersonSlot const half_a_week = stage.add_resident(0, home, Funding::council, provider, 700.0);
    People& people = stage.market.people[0];
    people[poor].charge = 140.0;
    people[rich].charge = 900.0;
    people[half_a_week].charge = 140.0;
    people[half_a_week].first_day = 5;
    deliver(stage);
    CHECK(stage.posted(Flow::contribution, home, Channel::spot, 0) == 14000 + 70000 + 4000);
    // What the provider gets does not depend on who pays for it.
    CHECK(stage.posted(Flow::care_used, home, Channel::spot, 0) == 70000 + 70000 + 20000);
    CHECK(stage.market.books.balance(Market::account_of_commissioner(0)) == 88000 - 160000);
}

TEST_CASE("A contract with no guaranteed volume is never paid for voids")
{
    StagedMarket stage;
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 10);
    stage.add_contract(provider, 0, 700.0);
    deliver(stage);
    for (std::size_t locality = 0; locality < 3; ++locality)
        for (Service const service : all_of<Service>())
            for (Channel const channel : all_of<Channel>())
                CHECK(stage.posted(Flow::care_void, service, channel, locality) == 0);
}

TEST_CASE("A guarantee is paid at the contract's price whether used or not, and used places are no voids")
{
    StagedMarket stage;
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 10);
    ContractId const contract = stage.add_contract(provider, 3, 700.0);
    stage.add_resident(0, home, Funding::council, provider, 700.0, contract);
    PersonSlot const late = stage.add_resident(1, home, Funding::council, provider, 700.0, contract); // from elsewhere
    stage.market.people[1][late].first_day = 5;
    deliver(stage);
    CHECK(stage.posted(Flow::care_used, home, Channel::block, 0) == 70000 + 20000);
    CHECK(stage.posted(Flow::care_void, home, Channel::block, 0) == 70000 + 50000);
    CHECK(stage.posted(Flow::care_used, home, Channel::spot, 0) == 0);
    CHECK(stage.posted(Flow::care_used, home, Channel::block, 1) == 0); // the contract's locality pays
}

TEST_CASE("A void is paid only for a place that is there: not for one that others took or that is not staffed")
{
    StagedMarket stage;
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 4);
    stage.add_contract(provider, 3, 700.0);
    stage.add_resident(0, home, Funding::self_funder, provider, 900.0);
    stage.add_resident(0, home, Funding::self_funder, provider, 900.0);
    deliver(stage);
    CHECK(stage.posted(Flow::care_void, home, Channel::block, 0) == 2 * 70000);
}

TEST_CASE("No void is paid to a provider with whom the council may not place")
{
    StagedMarket stage;
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 4);
    stage.add_contract(provider, 3, 700.0);
    stage.market.providers.is_rated[StagedMarket::at(provider)] = 1;
    stage.market.providers.rating[StagedMarket::at(provider)] = Rating::inadequate;
    deliver(stage);
    CHECK(stage.posted(Flow::care_void, home, Channel::block, 0) == 0);
}

TEST_CASE("No void is paid under a contract on which notice runs, and others may have its places")
{
    StagedMarket stage;
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 10);
    ContractId const contract = stage.add_contract(provider, 10, 700.0);
    Room room;
    look_for_room(stage.market, room);
    CHECK(room.open[StagedMarket::at(provider)] == 0);
    stage.market.contracts.is_handed_back[static_cast<std::size_t>(contract)] = 1;
    look_for_room(stage.market, room);
    CHECK(room.open[StagedMarket::at(provider)] == 10 * quarters_in_a_unit);
    pay_for_delivery(stage.market, stage.inputs, stage.week, in_order);
    CHECK(stage.posted(Flow::care_void, home, Channel::block, 0) == 0);
}

TEST_CASE("Each payer pays their own: council, self-funders and other buyers stand on lines of their own")
{
    StagedMarket stage;
    ProviderId const provider = stage.provider(home, 2);
    stage.set_capacity(provider, 10);
    stage.add_resident(2, home, Funding::council, provider, 600.0);
    stage.add_resident(2, home, Funding::self_funder, provider, 800.0);
    stage.add_resident(2, home, Funding::other, provider, 650.0);
    deliver(stage);
    CHECK(stage.posted(Flow::care_used, home, Channel::spot, 2) == 60000);
    CHECK(stage.posted(Flow::self_funded, home, Channel::spot, 2) == 80000);
    CHECK(stage.posted(Flow::other_bought, home, Channel::spot, 2) == 65000);
    CHECK(stage.market.books.balance(accounts::self_funders) == -80000);
    CHECK(stage.market.books.balance(accounts::other_buyers) == -65000);
    CHECK(stage.market.providers.income[StagedMarket::at(provider)] == 60000 + 80000 + 65000);
    CHECK(stage.market.books.sum_posted(0) == 0);
}

TEST_CASE("Hours that a provider's own staff cannot give are bought from agencies at a premium")
{
    StagedMarket stage;
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 10);
    for (int i = 0; i < 10; ++i)
        stage.add_resident(0, home, Funding::council, provider, 600.0);
    for (double& guaranteed : stage.market.providers.guaranteed_hours)
        guaranteed = 0.0; // nobody is paid for idle hours
    auto const wages_with_staff = [&](double staff)
    {
        StagedMarket copy = stage;
        copy.market.providers.staff[StagedMarket::at(provider)] = staff;
        deliver(copy);
        return static_cast<double>(copy.posted(Flow::staff, home, Channel::spot, 0));
    };
    double const own = wages_with_staff(1e6);
    double const premium = stage.inputs.behaviour.of[home].agency_premium;
    CHECK(wages_with_staff(0.0) == Approx(own * (1.0 + premium)).epsilon(1e-5));
    CHECK(own > 0.0);
}

TEST_CASE("A place that is left in a week is free for others in the next, and not before")
{
    StagedMarket stage;
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 1);
    PersonSlot const person = stage.add_resident(0, home, Funding::council, provider, 600.0);
    stage.market.people[0].leave(person, 1);
    CHECK(stage.market.providers.occupied[StagedMarket::at(provider)] == quarters_in_a_unit);
    deliver(stage);
    CHECK(stage.market.providers.occupied[StagedMarket::at(provider)] == 0);
    CHECK(stage.market.people[0].is_in_care(person)); // until the next week begins
    admit_new_demand(stage.market, stage.inputs, Clock(2016).week(1), 0);
    CHECK(stage.market.people[0][person].key != key_of(EntityKind::person, EntityKey{4711}, 0, 0));
}
