#include "model/staff_conditions.hpp"

#include "model/phases/labour.hpp"
#include "model/provider_costs.hpp"
#include "tests/support/staged_phases.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

/// A home that pays 8 pounds an hour and has 4 people, 3 of them under a contract.
struct WithConditions
{
    StagedMarket stage;
    ProviderId provider;
    std::size_t p;
    std::size_t contract;

    explicit WithConditions(PayConditions const& pay) : provider(stage.provider(home, 0)), p(StagedMarket::at(provider))
    {
        stage.market.world.real_living_wage = 10.0;
        Providers& all = stage.market.providers;
        stage.set_capacity(provider, 10);
        all.wage[p] = 8.0;
        all.guaranteed_hours[p] = 0.2;
        ContractId const signed_for = stage.add_contract(provider, 4, 600.0);
        contract = static_cast<std::size_t>(signed_for);
        stage.market.contracts.terms[contract].pay = pay;
        for (int i = 0; i < 3; ++i)
            stage.add_resident(0, home, Funding::council, provider, 600.0, signed_for);
        stage.add_resident(0, home, Funding::self_funder, provider, 800.0);
        meet_staff_conditions(stage.market);
    }
};

/// What the first home of a town asks for 8 beds under such conditions.
double asked_under(PayConditions const& pay, double wage)
{
    StagedMarket stage;
    stage.seek(home, 20.0, {.block = 0.4});
    set_lever(stage.inputs, &StrategyService::pay_floor, pay.floor);
    set_lever(stage.inputs, &StrategyService::guaranteed_staff_hours, pay.guaranteed_hours);
    stage.inputs.outlook.all.real_living_wage = 10.0;
    stage.market.world.real_living_wage = 10.0;
    stage.inputs.behaviour.all.risk_aversion = 0.0;
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 40);
    stage.market.providers.wage[StagedMarket::at(provider)] = wage;
    let_in(stage, 0);
    for (Decision const& line : stage.take_decisions())
        if (line.kind == DecisionKind::bid_made &&
            line.subject == stage.market.providers.key[StagedMarket::at(provider)])
            return line.amount;
    return 0.0;
}

} // namespace

TEST_CASE("Hours under a contract with a pay floor are paid it: pay rises by their part of all hours, and no further")
{
    WithConditions const without({});
    CHECK(without.stage.market.providers.pay(without.p) == 8.0);
    WithConditions const with({.floor = 1.0});
    CHECK(with.stage.market.providers.pay(with.p) == Approx(8.0 + 0.75 * 2.0));
    CHECK(with.stage.market.providers.living_wage_part[with.p] == Approx(0.75));
    WithConditions pays_more({.floor = 1.0});
    pays_more.stage.market.providers.wage[pays_more.p] = 11.0;
    meet_staff_conditions(pays_more.stage.market);
    CHECK(pays_more.stage.market.providers.pay(pays_more.p) == 11.0);
}

TEST_CASE("A pay floor goes with its contract, and a guarantee of hours holds while the provider would choose less")
{
    WithConditions with({.floor = 1.0, .guaranteed_hours = 0.8});
    Providers const& all = with.stage.market.providers;
    CHECK(all.hours_floor[with.p] == Approx(0.6));
    CHECK(all.guaranteed_hours[with.p] == Approx(0.6));
    with.stage.market.contracts.is_in_force[with.contract] = 0;
    meet_staff_conditions(with.stage.market);
    CHECK(all.pay(with.p) == 8.0);
    CHECK(all.hours_floor[with.p] == 0.0); // what it guarantees it may lower at its next choice
}

TEST_CASE("Better paid and surer of their hours, fewer staff quit")
{
    auto const quit_rate_under = [](PayConditions const& pay)
    {
        WithConditions with(pay);
        hire_and_lose_staff(with.stage.market, with.stage.inputs, with.stage.week, 0);
        return with.stage.market.providers.quit_rate[with.p];
    };
    double const usual = quit_rate_under({});
    CHECK(quit_rate_under({.floor = 1.0}) < usual);
    CHECK(quit_rate_under({.guaranteed_hours = 1.0}) < usual);
}

TEST_CASE("Bidders ask for what the conditions cost them: nothing where they pay it anyway")
{
    double const plain = asked_under({}, 8.0);
    REQUIRE(plain > 0.0);
    CHECK(asked_under({.floor = 1.0}, 8.0) > 1.02 * plain);
    CHECK(asked_under({.floor = 0.8}, 8.0) == plain);
    CHECK(asked_under({.floor = 1.0}, 10.0) == Approx(asked_under({}, 10.0)));
    CHECK(asked_under({.guaranteed_hours = 1.0}, 8.0) >= plain);
}
