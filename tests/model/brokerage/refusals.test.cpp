#include "model/phases/brokerage.hpp"

#include "tests/support/staged_market.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

StagedMarket one_large_home(std::size_t at)
{
    StagedMarket stage;
    stage.set_prices(home, 600.0, 800.0, 500.0);
    stage.market.commissioners.front().usual_rate = {{16.0, 600.0, 650.0}};
    stage.fill_up(home);
    stage.set_capacity(stage.provider(home, at), 2000);
    return stage;
}

int waiting_of_a_thousand(StagedMarket& stage, Funding funding, std::uint16_t weeks)
{
    std::vector<PersonSlot> seekers;
    for (int i = 0; i < 1000; ++i)
    {
        seekers.push_back(stage.add_seeker(0, home, funding));
        stage.market.people[0][seekers.back()].weeks_waiting = weeks;
    }
    place_people(stage.market, stage.inputs, stage.week, in_order);
    int waiting = 0;
    for (PersonSlot const seeker : seekers)
        waiting += stage.market.people[0].is_waiting(seeker);
    return waiting;
}

} // namespace

TEST_CASE("People refuse what they are offered as often as they should, less often after a wait")
{
    StagedMarket stage = one_large_home(0);
    stage.inputs.behaviour.all.person_refuses = 0.2;
    stage.inputs.behaviour.all.refusal_weeks = 6.0;
    CHECK(waiting_of_a_thousand(stage, Funding::council, 0) == Approx(200).margin(50));
    CHECK(stage.market.counts[0].refused_by_people > 150);
    StagedMarket later = one_large_home(0);
    later.inputs.behaviour.all.person_refuses = 0.2;
    later.inputs.behaviour.all.refusal_weeks = 6.0;
    CHECK(waiting_of_a_thousand(later, Funding::council, 6) == Approx(74).margin(35));
}

TEST_CASE("A home far away is refused more often, and never by people who chose it")
{
    StagedMarket near = one_large_home(0);
    StagedMarket far = one_large_home(1); // 20 minutes
    for (StagedMarket* stage : {&near, &far})
        stage->inputs.behaviour.all.refusal_per_minute = 0.02;
    CHECK(waiting_of_a_thousand(near, Funding::council, 0) + 100 < waiting_of_a_thousand(far, Funding::council, 0));
    StagedMarket self_funders = one_large_home(1);
    self_funders.inputs.behaviour.all.refusal_per_minute = 0.02;
    CHECK(waiting_of_a_thousand(self_funders, Funding::self_funder, 0) == 0);
    CHECK(self_funders.market.counts[0].refused_by_people == 0);
}

TEST_CASE("A provider that cannot meet a person's needs this week cannot meet them next week either")
{
    StagedMarket stage = one_large_home(0);
    stage.inputs.behaviour.of[home].provider_declines = 0.1;
    int const declined = waiting_of_a_thousand(stage, Funding::council, 0);
    CHECK(declined == Approx(100).margin(40));
    CHECK(stage.market.counts[0].declined_by_providers == declined);
    stage.week = Clock(2016).week(1);
    place_people(stage.market, stage.inputs, stage.week, in_order);
    int waiting = 0;
    for (PersonSlot p = 0; p < stage.market.people[0].size(); ++p)
        waiting += stage.market.people[0].is_waiting(p);
    CHECK(waiting == declined);
}
