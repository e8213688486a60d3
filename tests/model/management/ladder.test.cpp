#include "tests/model/management/managed.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr ManagementClause hard{
    .sanction = 0.1, .style = ManagementStyle::punitive, .suspends = true, .decommissions = true};

/// Weeks that end after the second cure at the latest month's opening.
constexpr std::int32_t a_cure = Managed::cure + 5;

} // namespace

TEST_CASE("A service found wanting goes up the ladder a cure at a time, and comes down when it is as agreed")
{
    Managed managed({.sanction = 0.1});
    managed.set_quality(0, -1.0);
    managed.look_at(0);
    CHECK(managed.oversight(0).rung == Rung::query);
    CHECK(managed.counts().queries == 1);
    managed.live(Managed::cure - 5);
    CHECK(managed.oversight(0).rung == Rung::query); // it has its time
    managed.live(10);
    CHECK(managed.oversight(0).rung == Rung::notice);
    managed.live(a_cure);
    CHECK(managed.oversight(0).rung == Rung::exception);
    CHECK(managed.counts().performance_notices == 1);
    CHECK(managed.counts().exception_reports >= 1);
    managed.set_quality(0, 1.0);
    managed.live(a_cure);
    CHECK(managed.oversight(0).rung == Rung::none);
    CHECK(managed.oversight(0).sanction == 0.0);
    CHECK(managed.oversight(1).rung == Rung::none); // the other was as agreed all the while
}

TEST_CASE(
    "Payment is withheld at once under punitive management, and when warnings have not helped under developmental")
{
    for (ManagementStyle const style : {ManagementStyle::punitive, ManagementStyle::developmental})
    {
        INFO(name_of(style));
        Managed managed({.sanction = 0.1, .style = style});
        managed.set_quality(0, -1.0);
        managed.look_at(0);
        bool const is_hard = style == ManagementStyle::punitive;
        CHECK(managed.stage.market.contracts.pays(managed.contract[0]) == Approx(is_hard ? 540.0 : 600.0));
        managed.live(a_cure);
        CHECK(managed.stage.market.contracts.pays(managed.contract[0]) == Approx(is_hard ? 540.0 : 600.0));
        managed.live(a_cure);
        CHECK(managed.stage.market.contracts.pays(managed.contract[0]) == Approx(540.0));
        deliver(managed.stage);
        // Two people and two empty places each: 4 at 540 and 4 at 600.
        Pence const paid = managed.stage.posted(Flow::care_used, Managed::home, Channel::block, 0) +
                           managed.stage.posted(Flow::care_void, Managed::home, Channel::block, 0);
        CHECK(paid == 4 * 54000 + 4 * 60000);
        MonthCounts const& now = managed.stage.market.counts[0];
        MonthCounts const& next = managed.stage.market.counts[1];
        std::size_t const area = managed.stage.market.area(Managed::home, 0);
        CHECK(now.areas[area].sanctions + next.areas[area].sanctions == 4 * 6000);
        CHECK(now.areas[area].contract_value + next.areas[area].contract_value == 8 * 60000);
    }
}

TEST_CASE("Nobody is placed with a suspended provider, its empty places are not paid for, and it wins nothing new")
{
    for (bool const suspends : {false, true})
    {
        Managed managed({.style = ManagementStyle::punitive, .suspends = suspends});
        managed.set_quality(0, -1.0);
        managed.look_at(0);
        StagedMarket& stage = managed.stage;
        CHECK(managed.oversight(0).is_suspended == suspends);
        stage.set_prices(Managed::home, 600.0, 800.0, 500.0);
        stage.market.commissioners.front().usual_rate = {{16.0, 600.0, 650.0}};
        for (ProviderId p = 0; p < stage.market.providers.size_of_columns(); ++p)
            if (p != managed.provider[0])
                stage.set_capacity(p, 0);
        PersonSlot const person = stage.add_seeker(0, Managed::home, Funding::council);
        place(stage);
        bool const is_placed = stage.market.people[0].provider[person] == managed.provider[0];
        CHECK(is_placed == !suspends); // neither in the place kept for the council nor on the spot
        deliver(stage);
        CHECK((stage.posted(Flow::care_void, Managed::home, Channel::block, 0) > 0) == !suspends);
    }
}

TEST_CASE("Where nothing has helped the contract ends with notice, its people move, and nobody asks its provider again")
{
    for (bool const decommissions : {true, false})
    {
        Managed managed({.sanction = 0.1, .decommissions = decommissions});
        managed.set_quality(0, -1.0);
        managed.look_at(0);
        managed.live(4 * a_cure);
        StagedMarket& stage = managed.stage;
        CHECK(managed.counts().decommissioned == (decommissions ? 1 : 0));
        std::int32_t const ends = stage.market.contracts.ends[managed.at(0)];
        CHECK((ends < 5000) == decommissions);
        if (!decommissions)
            continue;
        CHECK(stage.market.providers.barred_until[StagedMarket::at(managed.provider[0])] == ends + 52);
        let_in(stage, ends);
        CHECK(stage.market.contracts.is_empty(managed.contract[0]));
        CHECK(managed.counts().council_displaced == 2);
        CHECK(managed.counts().packages_handed_back == 0); // the provider gave nothing back
    }
}

TEST_CASE("A provider under suspension or lately decommissioned is not among those that may offer")
{
    for (int const why : {0, 1, 2})
    {
        Managed managed(hard);
        StagedMarket& stage = managed.stage;
        if (why == 1)
            managed.oversight(0).is_suspended = true;
        if (why == 2)
            stage.market.providers.barred_until[StagedMarket::at(managed.provider[0])] = 60;
        EntityKey const key = stage.market.providers.key[StagedMarket::at(managed.provider[0])];
        stage.seek(Managed::home, 60.0, {.block = 0.5});
        let_in(stage, 0);
        bool has_bid = false;
        for (Decision const& line : stage.take_decisions())
            has_bid |= line.kind == DecisionKind::bid_made && line.subject == key;
        CHECK(has_bid == (why == 0));
    }
}
