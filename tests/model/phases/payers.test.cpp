#include "model/phases/payers.hpp"

#include "model/identities.hpp"
#include "model/phases/brokerage.hpp"
#include "model/phases/demand.hpp"
#include "model/placements.hpp"
#include "tests/support/staged_market.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

/// Nobody comes; the council's rate for a home is 600, and it pays up to 630.
StagedMarket quiet()
{
    StagedMarket stage;
    for (Service const service : all_of<Service>())
        for (Funding const funding : all_of<Funding>())
            stage.market.tables.arrivals[service][funding] = 0.0;
    stage.set_prices(home, 650.0, 800.0, 600.0);
    stage.market.commissioners.front().usual_rate = {{16.0, 600.0, 650.0}};
    set_lever(stage.inputs, &StrategyService::spot_limit, 1.05);
    return stage;
}

void turn_week(StagedMarket& stage, std::int32_t number)
{
    stage.week = Clock(2016).week(number);
    for (std::size_t block = 0; block < stage.market.people.size(); ++block)
        admit_new_demand(stage.market, stage.inputs, stage.week, block);
    change_payers(stage.market, stage.inputs, stage.week);
}

/// A self-funder who pays 800 a week, 300 of it from income, and has 2,000 besides: it lasts four weeks.
struct Spender
{
    StagedMarket stage = quiet();
    ProviderId provider = stage.provider(home, 0);
    PersonSlot person = stage.add_resident(0, home, Funding::self_funder, provider, 800.0);
    People& people = stage.market.people[0];

    Spender(double reservation, double family_adds)
    {
        stage.market.providers.reservation[StagedMarket::at(provider)] = reservation;
        people[person].capital = 2000.0;
        people[person].income = 300.0;
        people[person].charge = 170.0; // what the council would assess on it
        people[person].family_adds = family_adds;
        plan_spending(stage.market, 0, person, 0);
    }

    void live_until_spent()
    {
        turn_week(stage, 3);
        CHECK(people[person].funding == Funding::self_funder);
        CHECK(people[person].price == 800.0);
        turn_week(stage, 4);
        CHECK(people[person].funding == Funding::council);
        CHECK(people[person].charge == 170.0 + 36.0); // and a pound for each 250 between the limits
        CHECK(broken_identities(stage.market).empty());
        CHECK(stage.market.counts[0].areas[stage.market.area(home, 0)].wealth_spent == 1);
    }

    bool has_line(DecisionKind kind, Reason reason)
    {
        std::vector<Decision> const lines = stage.take_decisions();
        return std::any_of(lines.begin(), lines.end(),
                           [&](Decision const& line) { return line.kind == kind && line.reason == reason; });
    }
};

} // namespace

TEST_CASE("When capital is spent, a home that takes the council's rate keeps the person at it")
{
    Spender spender(600.0, 500.0);
    spender.live_until_spent();
    CHECK(spender.people.provider[spender.person] == spender.provider);
    CHECK(spender.people[spender.person].price == 600.0);
    CHECK(spender.people[spender.person].top_up == 0.0);
    CHECK(spender.stage.market.providers.self_funded[StagedMarket::at(spender.provider)] == 0);
    CHECK(spender.stage.market.providers.council_spot[StagedMarket::at(spender.provider)] == quarters_in_a_unit);
    CHECK(spender.has_line(DecisionKind::payer_changes, Reason::wealth_spent));
}

TEST_CASE("When capital is spent, a family adds the difference to what the home takes")
{
    Spender spender(640.0, 45.0);
    spender.live_until_spent();
    CHECK(spender.people[spender.person].price == 600.0);
    CHECK(spender.people[spender.person].top_up == 40.0);
    CHECK(spender.has_line(DecisionKind::top_up_agreed, Reason::topped_up));
}

TEST_CASE("When capital is spent, the council pays more than its rate up to its limit rather than move a person")
{
    Spender spender(625.0, 20.0);
    spender.live_until_spent();
    CHECK(spender.people[spender.person].price == 625.0);
    CHECK(spender.people[spender.person].top_up == 0.0);
}

TEST_CASE("When capital is spent and no price is agreed, the person moves, first in line for another place")
{
    Spender spender(631.0, 20.0);
    spender.live_until_spent();
    CHECK(spender.people.is_waiting(spender.person));
    CHECK(spender.people[spender.person].is_displaced);
    CHECK(spender.stage.market.providers.occupied[StagedMarket::at(spender.provider)] == 0);
    CHECK(spender.stage.market.counts[0].areas[spender.stage.market.area(home, 0)].moved_for_price == 1);
    CHECK(spender.has_line(DecisionKind::care_ends, Reason::no_price_agreed));
}

TEST_CASE("The council pays as much to stay as another place with room would cost it")
{
    Spender spender(645.0, 0.0);
    spender.stage.market.preference[spender.stage.market.area(home, 0)].assign(
        list_count, {spender.stage.provider(home, 0, 1)}); // quotes 650
    spender.live_until_spent();
    CHECK(spender.people.provider[spender.person] == spender.provider);
    CHECK(spender.people[spender.person].price == 645.0);
}

TEST_CASE("Who dies or whose price has risen before is not met by the date planned first")
{
    Spender spender(600.0, 0.0);
    count_capital(spender.stage.market, 0, spender.person, 2); // 1,000 left
    spender.people[spender.person].price = 1300.0;
    plan_spending(spender.stage.market, 0, spender.person, 2); // one week
    turn_week(spender.stage, 3);
    CHECK(spender.people[spender.person].funding == Funding::council);
    turn_week(spender.stage, 4);
    CHECK(spender.stage.market.counts[0].areas[spender.stage.market.area(home, 0)].wealth_spent == 1);
}

TEST_CASE("After twelve weeks a home of one's own counts: its owner pays the list price and leaves the contract")
{
    StagedMarket stage = quiet();
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 5);
    ContractId const block = stage.add_contract(provider, 2, 580.0);
    PersonSlot const owner = stage.add_seeker(0, home, Funding::council);
    People& people = stage.market.people[0];
    people[owner].owns_home = 1;
    people[owner].capital = 30'000.0;
    place_people(stage.market, stage.inputs, stage.week, in_order);
    REQUIRE(people.contract[owner] == block);
    for (std::int32_t week = 1; week < 12; ++week)
        turn_week(stage, week);
    CHECK(people[owner].funding == Funding::council);
    turn_week(stage, 12);
    CHECK(people[owner].funding == Funding::self_funder);
    CHECK(people[owner].price == 800.0);
    CHECK(people.contract[owner] == no_contract);
    CHECK(stage.market.contracts.used[static_cast<std::size_t>(block)] == 0);
    CHECK(people[owner].runs_out == 12 + 37); // 30,000 at 800 a week
    CHECK(broken_identities(stage.market).empty());
}

TEST_CASE("A home begins to count while its owner waits, and the ledger says so")
{
    StagedMarket stage = quiet();
    PersonSlot const owner = stage.add_seeker(0, home, Funding::council);
    People& people = stage.market.people[0];
    people[owner].owns_home = 1;
    stage.market.due_in_block[0].add({12, EventKind::disregard_ends, people[owner].key, owner});
    turn_week(stage, 12);
    CHECK(people[owner].funding == Funding::self_funder);
    std::vector<Decision> const lines = stage.take_decisions();
    CHECK(std::any_of(lines.begin(), lines.end(),
                      [&](Decision const& line)
                      {
                          return line.kind == DecisionKind::payer_changes && line.reason == Reason::disregard_ended &&
                                 line.subject == people[owner].key;
                      }));
}
