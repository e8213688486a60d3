#include "model/firms/entry.hpp"

#include "model/firms/ventures.hpp"
#include "tests/support/staged_market.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

/// Every home is full; prices in the first town are what its people can pay, in the last they are high.
StagedMarket poor_town_and_rich_town()
{
    StagedMarket stage;
    Providers& all = stage.market.providers;
    stage.set_prices(home, 520.0, 560.0, 500.0);
    for (std::size_t p = 0; p < all.key.size(); ++p)
        if (all.service[p] == home)
        {
            all.occupied[p] = all.capacity[p];
            bool const is_rich = all.locality[p] == 2;
            all.self_funded[p] = is_rich ? all.occupied[p] : 0;
            all.list_price[p] = is_rich ? 1200.0 : 560.0;
        }
    stage.market.local[stage.market.area(home, 0)].waiting = 500.0;
    stage.market.local[stage.market.area(home, 2)].waiting = 0.0;
    BehaviourService& b = stage.inputs.behaviour.of[home];
    b.entrants_considered = 20.0; // somebody looks every quarter
    b.entry_cost = 75'000.0;
    b.entry_hurdle = 0.1;
    b.entrant_size = 20.0;
    return stage;
}

} // namespace

TEST_CASE("Homes open where the money is, not where the need is")
{
    StagedMarket stage = poor_town_and_rich_town();
    consider_entries(stage.market, stage.inputs, stage.week);
    CHECK(stage.market.local[stage.market.area(home, 0)].opens_in_week == never);
    CHECK(stage.market.local[stage.market.area(home, 2)].opens_in_week != never);
}

TEST_CASE("A newcomer expects list prices and quotes in the shares in which people there pay them")
{
    StagedMarket stage = poor_town_and_rich_town();
    CHECK(price_to_expect(stage.market, home, 0) == Approx(520.0));
    CHECK(price_to_expect(stage.market, home, 2) == Approx(1200.0));
    Providers& all = stage.market.providers;
    for (std::size_t p = 0; p < all.key.size(); ++p)
        all.self_funded[p] = all.occupied[p] / 4;
    CHECK(price_to_expect(stage.market, home, 2) == Approx(0.25 * 1200.0 + 0.75 * 520.0).epsilon(0.01));
}

TEST_CASE("Land that costs more makes opening a home dearer, and an agency not")
{
    StagedMarket stage;
    stage.inputs.behaviour.all.land_share = 0.25;
    stage.inputs.behaviour.of[home].entry_cost = 100'000.0;
    stage.inputs.place.localities[1].house_price = 2.0;
    CHECK(cost_of_opening(stage.market, stage.inputs, home, 0) == Approx(100'000.0));
    CHECK(cost_of_opening(stage.market, stage.inputs, home, 1) == Approx(125'000.0));
    stage.market.world.house_price_level = 2.0;
    CHECK(cost_of_opening(stage.market, stage.inputs, home, 1) == Approx(175'000.0));
    CHECK(cost_of_opening(stage.market, stage.inputs, Service::homecare, 0) ==
          cost_of_opening(stage.market, stage.inputs, Service::homecare, 1));
}

TEST_CASE("A newcomer that is none of the council's learns nothing from the council's own prices")
{
    StagedMarket stage = poor_town_and_rich_town();
    auto const p = StagedMarket::at(stage.provider(home, 0, 0));
    stage.market.providers.sector[p] = Sector::in_house;
    stage.market.providers.quote[p] = 5000.0;
    CHECK(price_to_expect(stage.market, home, 0) == Approx(520.0));
}
