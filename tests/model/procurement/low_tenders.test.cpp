#include "model/rules/low_tenders.hpp"

#include "model/provider_costs.hpp"
#include "tests/support/staged_tender.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <vector>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

void choose(StagedTender& stage, LowTenderTest test, double line)
{
    stage.levers().low_tender_test = static_cast<double>(index_of(test));
    stage.levers().low_tender_line = line;
}

/// Two homes of which the first bids below the wages it must pay: a lot in which it misjudged its cost by so much.
StagedTender one_far_too_low()
{
    StagedTender stage(2);
    stage.inputs.behaviour.all.cost_misjudgement = 0.3;
    stage.inputs.behaviour.of[StagedTender::service].supplies = 0.0; // so that hours are all that costs
    double const wages = 28.0 * stage.market.world.wage_floor;
    std::uint32_t& round = stage.market.local[stage.market.area(StagedTender::service, 0)].rounds;
    for (round = 0; round < 1000; ++round)
    {
        StagedTender tried = stage;
        tried.let();
        double first = 0.0;
        double second = 0.0;
        for (Decision const& line : tried.take_decisions())
            if (line.kind == DecisionKind::bid_made)
                (line.subject == tried.market.providers.key[StagedMarket::at(tried.home(0))] ? first : second) =
                    line.amount;
        if (first > 0.0 && first < wages && second > 1.6 * wages)
            return stage;
    }
    FAIL("no lot in which the first home misjudges so");
    return stage;
}

std::vector<Decision> rejections(StagedTender& stage)
{
    std::vector<Decision> lines = stage.take_decisions();
    std::erase_if(lines, [](Decision const& line) { return line.kind != DecisionKind::bid_rejected; });
    return lines;
}

std::int64_t too_low(StagedTender const& stage)
{
    return stage.market.counts[0].areas[stage.market.area(StagedTender::service, 0)].bids_too_low;
}

} // namespace

TEST_CASE("A bid that does not cover statutory wages wins where nobody asks, and is rejected where the council does")
{
    StagedTender const stage = one_far_too_low();
    StagedTender unasked = stage;
    unasked.let();
    CHECK(unasked.winner() == unasked.home(0));
    CHECK(unasked.price() < unasked.cost(unasked.home(0)));
    CHECK(too_low(unasked) == 0);
    for (LowTenderTest const test : {LowTenderTest::statutory_wages, LowTenderTest::below_others})
    {
        StagedTender asked = stage;
        choose(asked, test, 1.0);
        asked.let();
        CHECK(asked.winner() == asked.home(1));
        CHECK(too_low(asked) == 1);
        std::vector<Decision> const rejected = rejections(asked);
        REQUIRE(rejected.size() == 1);
        CHECK(rejected.front().reason == Reason::below_statutory_wages);
        CHECK(rejected.front().subject == asked.market.providers.key[StagedMarket::at(asked.home(0))]);
        CHECK(rejected.front().amount == unasked.price());
        CHECK(rejected.front().quantity > rejected.front().amount);
    }
}

TEST_CASE("Where bidders know their cost, nobody is rejected and the lot goes the same way at the same price")
{
    for (LowTenderTest const test : {LowTenderTest::statutory_wages, LowTenderTest::below_others})
        for (double const line : {1.0, 1.5}) // at 1.5 all are asked, and all explain
        {
            StagedTender unasked(3);
            unasked.market.providers.efficiency[StagedMarket::at(unasked.home(2))] = 0.8;
            StagedTender asked = unasked;
            choose(asked, test, line);
            unasked.let();
            asked.let();
            CHECK(too_low(asked) == 0);
            CHECK(asked.winner() == asked.home(2));
            CHECK(asked.winner() == unasked.winner());
            CHECK(asked.price() == unasked.price());
        }
}

TEST_CASE("A home that needs fewer hours explains a price that another could not")
{
    StagedTender const stage = one_far_too_low();
    StagedTender asked = stage;
    choose(asked, LowTenderTest::statutory_wages, 1.0);
    StagedTender thrifty = asked;
    asked.let();
    std::vector<Decision> const rejected = rejections(asked);
    REQUIRE(rejected.size() == 1);
    // The same bid from a home with so few hours that the price covers them, which pays for them accordingly more.
    double const fewer = 0.99 * rejected.front().amount / rejected.front().quantity;
    auto const p = StagedMarket::at(thrifty.home(0));
    thrifty.market.providers.efficiency[p] = fewer;
    thrifty.market.providers.wage[p] /= fewer;
    thrifty.let();
    CHECK(too_low(thrifty) == 0);
    CHECK(thrifty.winner() == thrifty.home(0));
    CHECK(thrifty.price() == Approx(rejected.front().amount));
}

TEST_CASE("A lot whose only bids are too low is not let")
{
    StagedTender stage = one_far_too_low();
    stage.set_capacity(stage.home(1), 0);
    choose(stage, LowTenderTest::statutory_wages, 1.0);
    stage.let();
    CHECK(stage.winner() == no_provider);
    CHECK(too_low(stage) == 1);
    CHECK(stage.market.counts[0].areas[stage.market.area(StagedTender::service, 0)].lots_without_bid == 1);
}
