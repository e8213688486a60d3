#include "model/procurement/building.hpp"

#include "model/firms/extension.hpp"
#include "model/procurement/contract_dates.hpp"
#include "tests/support/fingerprint.hpp"
#include "tests/support/staged_phases.hpp"
#include "tests/support/staged_tender.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = StagedTender::service;
constexpr std::int32_t lead = 40;
constexpr std::int32_t tender_weeks = 8;

/// A lot of eight beds in a town with one home that has room for three.
StagedTender town_without_room(bool builds, double grant = 0.0, double years = 10.0)
{
    StagedTender stage(1);
    for (RouteBurden& burden : stage.inputs.behaviour.of[home].routes)
        burden = {.weeks = tender_weeks, .work = 0.0};
    stage.set_capacity(stage.home(0), 3);
    stage.levers().build_for_block = builds ? 1.0 : 0.0;
    stage.levers().building_grant = grant;
    stage.levers().contract_length = years;
    stage.levers().block_price_limit = 20.0;
    BehaviourService& b = stage.inputs.behaviour.of[home];
    b.entry_cost = 50'000.0;
    b.closing_value = 0.0;
    b.expansion_lead = lead;
    b.overhead = 0.0;
    stage.market.world.cost_of_capital = 0.05;
    return stage;
}

std::size_t at(StagedTender const& stage)
{
    return StagedMarket::at(stage.home(0));
}

} // namespace

TEST_CASE("A home that may build for a block promises what is sought, and opens the beds when they are built")
{
    StagedTender without = town_without_room(false);
    without.let();
    REQUIRE(without.winner() == without.home(0));
    CHECK(without.market.contracts.guaranteed.back() == 3 * quarters_in_a_unit);
    CHECK(without.market.providers.extension_opens[at(without)] == never);

    StagedTender with = town_without_room(true);
    with.let();
    REQUIRE(with.winner() == with.home(0));
    Contracts const& contracts = with.market.contracts;
    CHECK(contracts.guaranteed.back() == 3 * quarters_in_a_unit);
    CHECK(contracts.being_built.back() == 5 * quarters_in_a_unit);
    CHECK(with.market.providers.extension[at(with)] == 5.0);
    CHECK(with.market.providers.extension_opens[at(with)] == lead);
    for (std::int32_t week = 1; week <= tender_weeks; ++week)
    {
        with.week = Clock(2016).week(week);
        act_on_contract_dates(with.market, with.inputs, with.week);
    }
    CHECK(with.market.providers.guaranteed[at(with)] == 3 * quarters_in_a_unit);
    with.week = Clock(2016).week(lead - 1);
    open_extensions(with.market, with.inputs, with.week);
    CHECK(contracts.guaranteed.back() == 3 * quarters_in_a_unit);
    with.week = Clock(2016).week(lead);
    open_extensions(with.market, with.inputs, with.week);
    CHECK(contracts.guaranteed.back() == 8 * quarters_in_a_unit);
    CHECK(with.market.providers.guaranteed[at(with)] == 8 * quarters_in_a_unit);
    CHECK(with.market.providers.size[at(with)] == 8.0);
    CHECK(contracts.being_built.back() == 0);
}

TEST_CASE("What is being built is not sought a second time")
{
    StagedTender stage = town_without_room(true);
    stage.let();
    stage.market.local[stage.market.area(home, 0)].council_volume = StagedTender::lot / 0.4;
    let_in(stage, 13);
    CHECK(stage.market.contracts.size() == 1);
}

TEST_CASE("Nobody builds who can promise enough, who builds already, or whose beds would open after the contract's end")
{
    StagedTender roomy = town_without_room(true);
    roomy.set_capacity(roomy.home(0), 20);
    StagedTender plain = town_without_room(false);
    plain.set_capacity(plain.home(0), 20);
    roomy.let();
    plain.let();
    CHECK(roomy.market.providers.extension_opens[at(roomy)] == never);
    CHECK(fingerprint(roomy.market) == fingerprint(plain.market)); // the lever is of no account there

    StagedTender busy = town_without_room(true);
    begin_extension(busy.market, busy.inputs, busy.week, busy.home(0), 4.0);
    busy.let();
    CHECK(busy.market.contracts.being_built.back() == 0);
    CHECK(busy.market.providers.extension[at(busy)] == 4.0);

    StagedTender late = town_without_room(true, 0.0, 0.5);
    late.let();
    CHECK(late.market.contracts.being_built.back() == 0);
}

TEST_CASE("The price carries the building, more of it in a shorter term; a grant of all of it takes it off")
{
    auto const price = [](bool builds, double grant, double years)
    {
        StagedTender stage = town_without_room(builds, grant, years);
        stage.let();
        return stage.price();
    };
    double const of_ten = price(true, 0.0, 10.0);
    double const of_five = price(true, 0.0, 5.0);
    CHECK(of_ten > 1.05 * price(false, 0.0, 10.0));
    CHECK(of_five > 1.05 * of_ten);
    CHECK(price(true, 0.5, 10.0) < of_ten);
    CHECK(price(true, 1.0, 10.0) < price(true, 0.5, 10.0));
}

TEST_CASE("The council gives its grant when it awards the block, as a line of its own in the books")
{
    StagedTender stage = town_without_room(true, 0.4);
    stage.let();
    double const outlay = 5.0 * cost_of_opening(stage.market, stage.inputs, home, 0);
    CHECK(to_pounds(stage.posted(Flow::building_grant, home, Channel::block, 0)) == Approx(0.4 * outlay));
    CHECK(stage.market.books.sum_posted(0) == 0);
    StagedTender none = town_without_room(true, 0.0);
    none.let();
    CHECK(none.posted(Flow::building_grant, home, Channel::block, 0) == 0);
}

TEST_CASE("A home that would have to ask more than the council accepts offers the places it has")
{
    StagedTender stage = town_without_room(true);
    stage.inputs.behaviour.of[home].entry_cost = 5'000'000.0;
    stage.levers().block_price_limit = 2.0;
    stage.let();
    REQUIRE(stage.winner() == stage.home(0));
    CHECK(stage.market.contracts.guaranteed.back() == 3 * quarters_in_a_unit);
    CHECK(stage.market.contracts.being_built.back() == 0);
    CHECK(stage.market.providers.extension_opens[at(stage)] == never);
}

TEST_CASE("Nothing is kept free, and so nothing paid for, of places that are still being built")
{
    StagedTender stage = town_without_room(true);
    stage.let();
    for (std::int32_t week = 1; week <= tender_weeks; ++week)
    {
        stage.week = Clock(2016).week(week);
        act_on_contract_dates(stage.market, stage.inputs, stage.week);
    }
    deliver(stage);
    double const price = stage.price();
    CHECK(to_pounds(stage.posted(Flow::care_void, home, Channel::block, 0)) == Approx(3.0 * price).epsilon(1e-3));
}
