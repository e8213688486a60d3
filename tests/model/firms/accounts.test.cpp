#include "model/firms/accounts.hpp"

#include "model/provider_costs.hpp"
#include "tests/support/staged_market.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service care = Service::homecare;

} // namespace

TEST_CASE("An agency that gives more hours in its area travels less for each, pays less for it and can do more")
{
    StagedMarket stage;
    stage.inputs.behaviour.of[care].travel_density_weight = 0.6;
    Providers& all = stage.market.providers;
    ProviderId const dense = stage.provider(care, 0, 0);
    ProviderId const thin = stage.provider(care, 0, 1);
    all.occupied[StagedMarket::at(dense)] = 1000 * quarters_in_a_unit;
    all.occupied[StagedMarket::at(thin)] = 100 * quarters_in_a_unit;
    stage.market.days_since_accounts = 28;
    draw_up_accounts(stage.market, stage.inputs);
    CHECK(all.travel[StagedMarket::at(dense)] < all.travel[StagedMarket::at(thin)]);
    for (ProviderId const provider : {dense, thin})
        all.wage[StagedMarket::at(provider)] = all.efficiency[StagedMarket::at(provider)] = 1.0;
    Behaviour const& behaviour = stage.inputs.behaviour;
    CHECK(hours_per_unit(stage.market, behaviour, dense) < hours_per_unit(stage.market, behaviour, thin));
    CHECK(variable_cost(stage.market, behaviour, dense) < variable_cost(stage.market, behaviour, thin));
}

TEST_CASE("Where density is of no account the size of an agency's round changes nothing")
{
    StagedMarket stage;
    stage.inputs.behaviour.of[care].travel_density_weight = 0.0;
    for (double const hours : {1.0, 100.0, 10'000.0})
        CHECK(travel_of(stage.inputs, 0, hours) == stage.inputs.behaviour.of[care].travel_share);
}

TEST_CASE("The same hours over a larger area are thinner")
{
    StagedMarket stage;
    stage.inputs.behaviour.of[care].travel_density_weight = 0.6;
    stage.inputs.place.localities[1].area = 4.0 * stage.inputs.place.localities[0].area;
    CHECK(travel_of(stage.inputs, 1, 500.0) > travel_of(stage.inputs, 0, 500.0));
    CHECK(travel_of(stage.inputs, 1, 2000.0) == Approx(travel_of(stage.inputs, 0, 500.0)));
}

TEST_CASE("A provider whose volume the council guarantees guarantees more hours to its staff")
{
    StagedMarket stage;
    Providers& all = stage.market.providers;
    auto const p = StagedMarket::at(stage.provider(care, 0));
    all.capacity[p] = 300 * quarters_in_a_unit;
    all.occupancy[p] = 1.0;
    all.staff[p] =
        300.0 * all.efficiency[p] * hours_per_unit(stage.market, stage.inputs.behaviour, stage.provider(care, 0));
    all.guaranteed[p] = 0;
    guarantee_hours(stage.market, stage.inputs);
    double const without = all.guaranteed_hours[p];
    all.guaranteed[p] = 150 * quarters_in_a_unit;
    guarantee_hours(stage.market, stage.inputs);
    double const with_half = all.guaranteed_hours[p];
    all.guaranteed[p] = 300 * quarters_in_a_unit;
    guarantee_hours(stage.market, stage.inputs);
    CHECK(without < 0.95);
    CHECK(with_half > without);
    CHECK(all.guaranteed_hours[p] > with_half);
}

TEST_CASE("A charity pays no dividend, whatever its surplus")
{
    for (Sector const sector : {Sector::independent, Sector::voluntary})
    {
        StagedMarket stage;
        auto const p = StagedMarket::at(stage.provider(care, 0));
        stage.market.providers.sector[p] = sector;
        stage.market.providers.income[p] = 1'000'000'00;
        stage.market.books.pay(accounts::owners, stage.market.account_of(stage.provider(care, 0)),
                               {Flow::capital_put_in, care, Channel::spot, 0}, 1e7);
        stage.inputs.behaviour.of[care].payout = 0.5;
        Pence const before = stage.posted(Flow::dividend, care, Channel::spot, 0);
        stage.market.days_since_accounts = 28;
        draw_up_accounts(stage.market, stage.inputs);
        CHECK((stage.posted(Flow::dividend, care, Channel::spot, 0) > before) == (sector == Sector::independent));
    }
}
