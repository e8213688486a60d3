#include "model/procurement/dear_placements.hpp"

#include "model/identities.hpp"
#include "tests/support/staged_phases.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

SmallPlace three_homes_each()
{
    SmallPlace place;
    place.providers = {{4.0, 3.0, 1.0}};
    return place;
}

/// Three homes in the first town, of which the first has a resident at 900 and the others room, at a usual rate of 600;
/// all placements are looked at each month. Nobody refuses to move.
struct DearHomes
{
    StagedMarket stage{three_homes_each()};
    std::array<ProviderId, 3> at{};
    PersonSlot resident = 0;

    DearHomes()
    {
        stage.set_prices(home, 600.0, 800.0, 500.0);
        stage.market.commissioners.front().usual_rate = {{16.0, 600.0, 650.0}};
        stage.fill_up(home);
        for (std::size_t n = 0; n < 3; ++n)
        {
            at[n] = stage.provider(home, 0, n);
            stage.set_capacity(at[n], 10);
        }
        quote(1, 650.0);
        quote(2, 620.0);
        quote(0, 900.0);
        reserve(0.0);
        set_lever(stage.inputs, &StrategyService::high_cost_reviews, 12.0);
        set_lever(stage.inputs, &StrategyService::high_cost_from, 1.2);
        stage.inputs.behaviour.all.refuses_to_move = 0.0;
        stage.inputs.behaviour.all.placement_review_work = 1.0;
        stage.market.commissioners.front().officer_weeks = 10.0;
        resident = stage.add_resident(0, home, Funding::council, at[0], 900.0);
        place(stage); // nobody; but lists of preference are made
        (void)stage.take_decisions();
    }

    void quote(std::size_t n, double price) { stage.market.providers.quote[StagedMarket::at(at[n])] = price; }
    /// What the dear home would take for the place.
    void reserve(double price) { stage.market.providers.reservation[StagedMarket::at(at[0])] = price; }
    void review()
    {
        review_dear_placements(stage.market, stage.inputs, stage.week);
        CHECK(broken_identities(stage.market).empty());
    }
    [[nodiscard]] double price() const { return stage.market.people[0][resident].price; }
    [[nodiscard]] ProviderId provider() const { return stage.market.people[0].provider[resident]; }
    [[nodiscard]] MonthCounts::Area const& counts() const
    {
        return stage.market.counts[0].areas[stage.market.area(home, 0)];
    }
    /// Nothing has come of a review, or there was none.
    [[nodiscard]] bool is_as_before() const { return price() == 900.0 && provider() == at[0]; }
};

} // namespace

TEST_CASE("A home that is content with less takes what the cheapest other with room would")
{
    DearHomes homes;
    homes.reserve(500.0);
    homes.review();
    CHECK(homes.provider() == homes.at[0]);
    CHECK(homes.price() == 620.0);
    CHECK(homes.counts().placements_reviewed == 1);
    CHECK(homes.counts().placements_repriced == 1);
    CHECK(homes.counts().moved_by_review == 0);
    CHECK(homes.stage.market.commissioners.front().officer_weeks == Approx(9.0));
}

TEST_CASE("A home that can do better with the place lets the person go to the cheaper one")
{
    DearHomes homes;
    homes.reserve(700.0);
    homes.review();
    CHECK(homes.provider() == homes.at[2]);
    CHECK(homes.price() == 620.0);
    CHECK(homes.counts().moved_by_review == 1);
    CHECK(homes.counts().council_displaced == 1);
    deliver(homes.stage);
    CHECK(homes.stage.posted(Flow::care_used, home, Channel::spot, 0) == 62'000);
}

TEST_CASE("Where there is no room for less, nothing comes of a review but officers' work")
{
    DearHomes full;
    full.stage.set_capacity(full.at[1], 0);
    full.stage.set_capacity(full.at[2], 0);
    full.review();
    CHECK(full.is_as_before());
    CHECK(full.counts().placements_reviewed == 1);
    DearHomes dear;
    dear.quote(1, 950.0);
    dear.quote(2, 900.0);
    dear.review();
    CHECK(dear.is_as_before());
    DearHomes promised; // to the council, under a contract
    promised.stage.set_capacity(promised.at[1], 0);
    promised.stage.add_contract(promised.at[2], 10, 700.0);
    promised.review();
    CHECK(promised.is_as_before());
}

TEST_CASE("A person who would not move leaves the council nothing to ask with")
{
    DearHomes homes;
    homes.stage.inputs.behaviour.all.refuses_to_move = 1.0;
    homes.review();
    CHECK(homes.is_as_before());
    int refused = 0;
    for (Decision const& line : homes.stage.take_decisions())
        refused += line.kind == DecisionKind::placement_reviewed && line.reason == Reason::would_not_move;
    CHECK(refused == 1);
}

TEST_CASE("Only dear spot placements that last and that nobody adds to are reviewed, and none without officers")
{
    DearHomes cheap;
    set_lever(cheap.stage.inputs, &StrategyService::high_cost_from, 1.6);
    cheap.review();
    CHECK(cheap.is_as_before());
    DearHomes idle;
    idle.stage.market.commissioners.front().officer_weeks = 0.5;
    idle.review();
    CHECK(idle.is_as_before());
    DearHomes topped_up;
    topped_up.stage.market.people[0][topped_up.resident].top_up = 100.0;
    topped_up.stage.market.people[0].restate(topped_up.resident);
    topped_up.review();
    CHECK(topped_up.is_as_before());
    for (DearHomes const* homes : {&cheap, &idle, &topped_up})
        CHECK(homes->counts().placements_reviewed == 0);
    DearHomes none;
    set_lever(none.stage.inputs, &StrategyService::high_cost_reviews, 0.0);
    none.review();
    CHECK(none.is_as_before());
    CHECK(none.counts().placements_reviewed == 0);
}

TEST_CASE("The dearest are looked at first when officers have time for one")
{
    DearHomes homes;
    PersonSlot const dearest = homes.stage.add_resident(0, home, Funding::council, homes.at[0], 950.0);
    homes.stage.market.commissioners.front().officer_weeks = 1.5;
    homes.review();
    CHECK(homes.is_as_before());
    CHECK(homes.stage.market.people[0][dearest].price == 620.0);
}

TEST_CASE("At a posted price the posted price is what another place would take")
{
    DearHomes homes;
    set_lever(homes.stage.inputs, &StrategyService::posted_spot_price, 700.0);
    homes.review();
    CHECK(homes.price() == Approx(700.0));
}
