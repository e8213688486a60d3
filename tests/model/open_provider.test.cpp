#include "model/open_provider.hpp"

#include "model/build.hpp"
#include "tests/support/small_market.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

TEST_CASE("An entrant of week 80 has the traits it would have had in week 95, and under another strategy")
{
    Inputs inputs = small_inputs();
    inputs.outlook.all.wage_floor = 7.20; // so that pay above the floor can be compared
    Market const start = market_at_start(inputs, 0);
    Market early = run_weeks(start, inputs, 80).market;
    Inputs other = inputs;
    set_block_share(other, 0.9);
    Market late = run_weeks(start, other, 95).market;
    for (Service const service : all_of<Service>())
        for (std::uint32_t n = 0; n < 5; ++n)
        {
            EntityKey const key = key_of(EntityKind::entrant, early.tables.locality_keys[1],
                                         static_cast<std::uint32_t>(index_of(service)), n);
            auto const a =
                static_cast<std::size_t>(open_provider(early, inputs, key, service, 1, 40.0, Sector::independent));
            auto const b =
                static_cast<std::size_t>(open_provider(late, other, key, service, 1, 40.0, Sector::independent));
            Providers const& x = early.providers;
            Providers const& y = late.providers;
            CHECK(x.key[a] == y.key[b]);
            CHECK(x.efficiency[a] == y.efficiency[b]);
            CHECK(x.overhead[a] == y.overhead[b]);
            CHECK(x.wage[a] == y.wage[b]);
            CHECK(x.quality_level[a] == y.quality_level[b]);
            CHECK(x.quality[a] == y.quality[b]);
            CHECK(x.inspection_left[a] == y.inspection_left[b]);
            CHECK(x.retirement_left[a] == y.retirement_left[b]);
            // and it is not the one before it
            if (n > 0)
                CHECK(x.efficiency[a] != x.efficiency[a - 1]);
        }
}

TEST_CASE("A provider opens without people, with the cash its owners put in, in its place in the order of keys")
{
    Inputs const inputs = small_inputs();
    Market market = small_start();
    EntityKey const key = key_of(EntityKind::entrant, market.tables.locality_keys[0], 1, 1000);
    Pence const owners_before = market.books.balance(accounts::owners);
    ProviderId const provider = open_provider(market, inputs, key, Service::residential, 0, 30.0, Sector::independent);
    equip_provider(market, inputs, provider, 1.0);
    auto const p = static_cast<std::size_t>(provider);
    CHECK(market.providers.occupied[p] == 0);
    CHECK(market.providers.capacity[p] == 30 * quarters_in_a_unit);
    CHECK(market.cash(provider) > 0.0);
    CHECK(owners_before - market.books.balance(accounts::owners) == market.books.balance(market.account_of(provider)));
    auto const& open = market.providers_of[market.area(Service::residential, 0)];
    for (std::size_t i = 1; i < open.size(); ++i)
        CHECK(market.providers.key[static_cast<std::size_t>(open[i - 1])] <
              market.providers.key[static_cast<std::size_t>(open[i])]);
}
