#include "model/alliance/integrator.hpp"
#include "tests/model/alliance/allied.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

/// Alliances of which it is known whether their members fall out.
Allied quarrelling(double rate, double officer_weeks)
{
    Allied allied;
    BehaviourAll& b = allied.stage.inputs.behaviour.all;
    b.integrator_work = 1.0;
    b.dispute_work = 2.0;
    b.dispute_rate = rate;
    b.dispute_unattended = 1.0;
    allied.stage.market.commissioners.front().officer_weeks = officer_weeks;
    return allied;
}

int notices(Allied const& allied)
{
    int given = 0;
    for (std::size_t n = 0; n < 3; ++n)
        given += allied.stage.market.contracts.is_handed_back[allied.at(n)];
    return given;
}

} // namespace

TEST_CASE("The council's officers work as integrator of each alliance, and on what its members fall out over")
{
    Allied peaceful = quarrelling(0.0, 10.0);
    integrate_alliances(peaceful.stage.market, peaceful.stage.inputs, peaceful.stage.week);
    CHECK(peaceful.stage.market.commissioners.front().officer_weeks == 9.0);
    CHECK(peaceful.counts().disputes == 0);

    Allied quarrel = quarrelling(1e6, 10.0);
    integrate_alliances(quarrel.stage.market, quarrel.stage.inputs, quarrel.stage.week);
    CHECK(quarrel.stage.market.commissioners.front().officer_weeks == 7.0);
    CHECK(quarrel.counts().disputes == 1);
    CHECK(notices(quarrel) == 0);

    Allied alone(false);
    alone.stage.market.commissioners.front().officer_weeks = 10.0;
    integrate_alliances(alone.stage.market, alone.stage.inputs, alone.stage.week);
    CHECK(alone.stage.market.commissioners.front().officer_weeks == 10.0);
}

TEST_CASE("A dispute that nobody has time to settle ends with the worst-off member's notice")
{
    Allied allied = quarrelling(1e6, 1.5); // enough to attend, too little to settle
    integrate_alliances(allied.stage.market, allied.stage.inputs, allied.stage.week);
    CHECK(notices(allied) == 1);
    CHECK(allied.stage.market.contracts.is_handed_back[allied.at(0)] == 1); // at 15 an hour
    CHECK(allied.counts().contracts_handed_back == 1);
}

TEST_CASE("Where officers have no time for an alliance its members fall out oftener")
{
    auto const disputes_in_years = [](double unattended)
    {
        Allied allied = quarrelling(0.05, 0.0);
        allied.stage.inputs.behaviour.all.dispute_unattended = unattended;
        allied.stage.inputs.behaviour.all.dispute_work = 0.0; // settled without effort, so that it stays together
        for (std::int32_t month = 0; month < 400; ++month)
        {
            allied.stage.week.number = month;
            integrate_alliances(allied.stage.market, allied.stage.inputs, allied.stage.week);
        }
        return allied.counts().disputes;
    };
    std::int64_t const seldom = disputes_in_years(1.0);
    CHECK(seldom > 0);
    CHECK(seldom < 15); // three pairs, 33 years: 5 expected
    CHECK(disputes_in_years(10.0) > 2 * seldom);
}
