#include "model/procurement/open_books.hpp"

#include "model/phases/world.hpp"
#include "model/procurement/uplift_day.hpp"
#include "model/provider_costs.hpp"
#include "model/provider_prices.hpp"
#include "tests/support/staged_phases.hpp"
#include "tests/support/staged_tender.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

/// Two homes, the first with a contract and a placement outside it, priced so many times what the books will show; on the
/// last day before 1 April.
struct Open
{
    StagedMarket stage;
    ProviderId provider = stage.provider(home, 0, 0);
    ProviderId other = stage.provider(home, 0, 1);
    ContractId contract{};
    PersonSlot spot = 0;

    Open(UpliftRule rule, double part_closed)
    {
        set_block_share(stage.inputs, 0.0);
        set_lever(stage.inputs, &StrategyService::uplift_rule, static_cast<double>(index_of(rule)));
        set_lever(stage.inputs, &StrategyService::uplift_pass_through, part_closed);
        stage.inputs.behaviour.all.open_book_work = 2.0;
        stage.market.commissioners.front().officer_weeks = 100.0;
        contract = stage.add_contract(provider, 3, 600.0);
        spot = stage.add_resident(0, home, Funding::council, provider, 600.0);
        stage.week = Clock(2016).week(52);
        turn_to(stage.market, stage.inputs, stage.week);
    }
    [[nodiscard]] double shown() const { return cost_in_books(stage.market, stage.inputs.behaviour, provider); }
    [[nodiscard]] double own_growth() const { return own_cost_growth(stage.market, stage.inputs.behaviour, provider); }
    double& contract_price() { return stage.market.contracts.price[static_cast<std::size_t>(contract)]; }
    double& spot_price() { return stage.market.people[0][spot].price; }
    void price_at(double price)
    {
        contract_price() = price;
        spot_price() = price;
    }
    void uplift() { uplift_prices(stage.market, stage.inputs, stage.week); }
};

} // namespace

TEST_CASE("Once its books are open a home's prices are what they show, dear as they were or cheap")
{
    for (double const times : {0.7, 1.0, 1.4})
    {
        Open some(UpliftRule::open_book, 1.0);
        some.price_at(times * some.shown());
        some.uplift();
        CHECK(some.contract_price() == Approx(some.shown()));
        CHECK(some.spot_price() == Approx(some.shown()));
    }
}

TEST_CASE("Only part of the gap is closed where the clause says so")
{
    Open some(UpliftRule::open_book, 0.4);
    some.price_at(1.2 * some.shown());
    double const risen = 1.2 * some.shown() * (1.0 + some.own_growth());
    some.uplift();
    CHECK(some.contract_price() == Approx(risen + 0.4 * (some.shown() - risen)));
}

TEST_CASE("Opening a home's books takes officers' time once; where they have none its own figure of growth is taken")
{
    Open busy(UpliftRule::open_book, 1.0);
    busy.stage.market.commissioners.front().officer_weeks = 1.9;
    busy.price_at(1.3 * busy.shown());
    double const risen = 1.3 * busy.shown() * (1.0 + busy.own_growth());
    busy.uplift();
    CHECK(busy.contract_price() == Approx(risen));
    CHECK(busy.spot_price() == Approx(risen));
    CHECK(busy.stage.market.commissioners.front().officer_weeks == 1.9);

    Open free(UpliftRule::open_book, 1.0);
    free.uplift();
    CHECK(free.stage.market.commissioners.front().officer_weeks == 98.0); // for contract and placement together
    Open none(UpliftRule::provider_specific, 1.0);
    none.uplift();
    CHECK(none.stage.market.commissioners.front().officer_weeks == 100.0);
}

TEST_CASE("Books are opened for contracts that say so and for placements under the decision of the day, one without "
          "the other")
{
    Open contracts_only(UpliftRule::open_book, 1.0);
    // Signed when books were open; since then placements move by nothing.
    set_lever(contracts_only.stage.inputs, &StrategyService::fee_freeze, 1.0);
    contracts_only.price_at(600.0);
    contracts_only.uplift();
    CHECK(contracts_only.contract_price() == Approx(contracts_only.shown()));
    CHECK(contracts_only.spot_price() == 600.0);

    Open placements_only(UpliftRule::none, 1.0);
    set_lever(placements_only.stage.inputs, &StrategyService::placement_uplift,
              1.0 + static_cast<double>(index_of(UpliftRule::open_book)));
    placements_only.price_at(600.0);
    placements_only.uplift();
    CHECK(placements_only.contract_price() == 600.0);
    CHECK(placements_only.spot_price() == Approx(placements_only.shown()));
    CHECK(placements_only.stage.market.commissioners.front().officer_weeks == 98.0);
}

TEST_CASE("A direct payment rises by the provider's growth, whoever's books are open")
{
    Open some(UpliftRule::open_book, 1.0);
    PersonSlot const buys = some.stage.add_resident(0, home, Funding::council, some.provider, 900.0);
    some.stage.market.people[0][buys].has_direct_payment = true;
    double const growth = some.own_growth();
    some.uplift();
    CHECK(some.stage.market.people[0][buys].price == Approx(900.0 * (1.0 + growth)));
}

TEST_CASE(
    "Who bids for a contract with open books asks for its cost, and more than else for what the books will not show")
{
    auto const bid_of = [](UpliftRule rule, double risk_aversion, double elsewhere)
    {
        StagedTender stage(2);
        stage.levers().uplift_rule = static_cast<double>(index_of(rule));
        stage.levers().uplift_pass_through = 1.0;
        stage.levers().contract_length = 4.0;
        stage.inputs.behaviour.all.risk_aversion = risk_aversion;
        stage.set_prices(StagedTender::service, elsewhere, elsewhere, 0.0);
        for (double& occupancy : stage.market.providers.occupancy)
            occupancy = 1.0;
        stage.market.commissioners.front().usual_rate[StagedTender::service] = elsewhere;
        return stage.cost(stage.home(0));
    };
    // No risk and nothing else to do with the places: the books show all there is.
    CHECK(bid_of(UpliftRule::open_book, 0.0, 0.0) == Approx(bid_of(UpliftRule::provider_specific, 0.0, 0.0)));
    double const cost = bid_of(UpliftRule::provider_specific, 0.0, 0.0);
    double const specific = bid_of(UpliftRule::provider_specific, 0.0, 2.0 * cost);
    double const open = bid_of(UpliftRule::open_book, 0.0, 2.0 * cost);
    REQUIRE(specific > cost);
    CHECK(open - cost > 1.5 * (specific - cost)); // a quarter of the margin would be kept over four years
}
