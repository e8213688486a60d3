#include "model/phases/world.hpp"

#include "model/demand/traits.hpp"
#include "model/firms/ventures.hpp"
#include "model/identities.hpp"
#include "model/phases/demand.hpp"
#include "model/phases/payers.hpp"
#include "model/placements.hpp"
#include "model/provider_costs.hpp"
#include "model/rules/wealth.hpp"
#include "tests/support/staged_market.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

void go_to(StagedMarket& stage, std::int32_t week)
{
    stage.week = Clock(2016).week(week);
    turn_to(stage.market, stage.inputs, stage.week);
}

Dated from_second_year(double before, double after)
{
    return Dated({{Date::min(), before}, {first_of_april(2017), after}});
}

} // namespace

TEST_CASE("Pay elsewhere grows as told, and is never below the wage floor of the date")
{
    StagedMarket stage;
    stage.inputs.outlook.all.outside_wage_growth = 0.03;
    double const before = stage.market.world.outside_wage;
    stage.inputs.outlook.all.wage_floor = stage.market.world.wage_floor;
    go_to(stage, 52);
    CHECK(stage.market.world.outside_wage == Approx(1.03 * before));

    stage.inputs.outlook.all.wage_floor = 1.5 * before;
    go_to(stage, 104);
    CHECK(stage.market.world.outside_wage >= 1.5 * before);
    CHECK(stage.market.world.outside_wage_level == Approx(1.03 * 1.03)); // offices and nurses are paid above it
}

TEST_CASE("What newcomers own rises with house prices, and what lies above the limit falls when the limit is raised")
{
    StagedMarket stage;
    auto const capital_of_newcomer = [&stage]
    {
        PersonSlot const person = stage.add_seeker(0, home, Funding::self_funder);
        stage.market.people[0][person].key = EntityKey{815}; // the same person each time
        draw_traits(stage.market, stage.inputs, 0, person, 0);
        double const capital = stage.market.people[0][person].capital;
        stage.market.people[0][person].key = EntityKey{900 + person};
        return capital;
    };
    World& world = stage.market.world;
    double const limit = world.capital_limit_upper;
    double const before = capital_of_newcomer();
    REQUIRE(before > 0.0);
    world.house_price_level = 2.0;
    double const dearer = capital_of_newcomer();
    CHECK(dearer + limit == Approx(2.0 * (before + limit)));
    world.capital_limit_upper += 1000.0;
    CHECK(capital_of_newcomer() == Approx(std::max(0.0, dearer - 1000.0)));
}

TEST_CASE("Raising the upper limit of capital makes the council pay earlier for who is in care already")
{
    StagedMarket stage;
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 10);
    PersonSlot const person = stage.add_resident(0, home, Funding::self_funder, provider, 800.0);
    People& people = stage.market.people[0];
    people[person].capital = 30000.0;
    people[person].income = 0.0;
    people[person].counted = 52;
    double const limit = stage.market.world.capital_limit_upper;
    stage.inputs.outlook.all.capital_limit_upper = from_second_year(limit, limit + 22000.0);
    go_to(stage, 52);
    CHECK(people[person].capital == Approx(8000.0));
    CHECK(people[person].runs_out == 52 + 10);
    for (std::int32_t week = 53; week <= 62; ++week)
    {
        go_to(stage, week);
        admit_new_demand(stage.market, stage.inputs, stage.week, 0);
        change_payers(stage.market, stage.inputs, stage.week);
        CHECK((people[person].funding == Funding::council) == (week == 62));
    }
    CHECK(broken_identities(stage.market).empty());
}

TEST_CASE("A higher lower limit of capital takes from a council-supported person's charge what it added")
{
    StagedMarket stage;
    ProviderId const provider = stage.provider(home, 0);
    PersonSlot const person = stage.add_resident(0, home, Funding::council, provider, 600.0);
    Person& it = stage.market.people[0][person];
    it.capital = 9000.0;
    it.charge = 150.0 + tariff_income(9000.0, stage.market.tables.tariff_step);
    double const limit = stage.market.world.capital_limit_lower;
    stage.inputs.outlook.all.capital_limit_lower = from_second_year(limit, limit + 5000.0);
    go_to(stage, 52);
    CHECK(it.charge == Approx(150.0 + tariff_income(4000.0, stage.market.tables.tariff_step)));
}

TEST_CASE("Dearer capital raises rents and what a venture must promise, and nothing when it costs what it did")
{
    StagedMarket stage;
    ProviderId const provider = stage.provider(home, 0);
    BehaviourService const& b = stage.inputs.behaviour.of[home];
    double const before = fixed_cost(stage.market, stage.inputs.behaviour, provider).capital;
    CHECK(hurdle_of(stage.market, b) == Approx(b.entry_hurdle));
    stage.inputs.outlook.all.inflation = 0.0;
    stage.inputs.outlook.all.cost_of_capital = from_second_year(0.05, 0.08);
    go_to(stage, 52);
    CHECK(fixed_cost(stage.market, stage.inputs.behaviour, provider).capital == Approx(1.6 * before));
    CHECK(hurdle_of(stage.market, b) == Approx(b.entry_hurdle + 0.03));
}
