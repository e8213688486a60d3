#include "model/procurement/tenders.hpp"

#include "model/guarantees.hpp"
#include "tests/support/staged_phases.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

/// A council that buys 20 beds in the first town and nothing elsewhere, from homes with free places.
StagedMarket one_town(Mix const& mix)
{
    StagedMarket stage;
    stage.seek(home, 20.0, mix);
    stage.inputs.behaviour.of[home].routes[Route::full_tender].weeks = 10.0;
    stage.inputs.behaviour.of[home].routes[Route::single_source].weeks = 4.0;
    return stage;
}

std::set<EntityKey> asked(StagedMarket& stage)
{
    std::set<EntityKey> who;
    for (Decision const& line : stage.take_decisions())
        if (line.kind == DecisionKind::bid_made || line.kind == DecisionKind::bid_declined)
            who.insert(line.subject);
    return who;
}

/// Two homes of one cost, the first of them better; one is enough for the tender.
StagedMarket better_and_cheaper()
{
    StagedMarket stage = one_town({.block = 0.4});
    Providers& all = stage.market.providers;
    auto const better = StagedMarket::at(stage.provider(home, 0, 0));
    auto const cheaper = StagedMarket::at(stage.provider(home, 0, 1));
    for (auto const p : {better, cheaper})
    {
        all.wage[p] = all.wage[better];
        all.efficiency[p] = all.efficiency[better];
        all.size[p] = 20.0;
        all.capacity[p] = 80;
        all.overhead[p] = all.overhead[better];
    }
    stage.set_prices(home, 300.0, 300.0, 300.0); // what they earn elsewhere is of no account
    all.quality[better] = 2.0;
    all.quality[cheaper] = -2.0;
    all.efficiency[cheaper] *= 0.95;
    return stage;
}

} // namespace

TEST_CASE("By a full tender every home of the town may bid; from a single source one, that with most council people")
{
    for (Route const route : {Route::full_tender, Route::single_source})
    {
        StagedMarket stage = one_town({.block = 0.5});
        set_lever(stage.inputs, &StrategyService::procurement_route, static_cast<double>(index_of(route)));
        ProviderId const known = stage.provider(home, 0, 1);
        stage.add_resident(0, home, Funding::council, known, 600.0);
        stage.add_resident(0, home, Funding::self_funder, stage.provider(home, 0, 0), 800.0);
        let_in(stage, 0);
        std::set<EntityKey> const who = asked(stage);
        Contracts const& contracts = stage.market.contracts;
        REQUIRE(contracts.size() > 0);
        if (route == Route::full_tender)
        {
            CHECK(who.size() == 2);
            CHECK(contracts.begins.front() == 10);
            CHECK(stage.posted(Flow::procurement, home, Channel::block, 0) == 500'000);
        }
        else
        {
            CHECK(who == std::set<EntityKey>{stage.market.providers.key[StagedMarket::at(known)]});
            CHECK(contracts.size() == 1);
            CHECK(contracts.begins.front() == 4);
            CHECK(stage.posted(Flow::procurement, home, Channel::block, 0) == 100'000);
        }
    }
}

TEST_CASE("The lowest price wins; with enough weight on quality the better home does, at its own price")
{
    StagedMarket stage = better_and_cheaper();
    StagedMarket weighed = stage;
    let_in(stage, 0);
    set_lever(weighed.inputs, &StrategyService::quality_weight, 0.5);
    let_in(weighed, 0);
    REQUIRE(stage.market.contracts.size() == 1);
    REQUIRE(weighed.market.contracts.size() == 1);
    CHECK(stage.market.contracts.provider.front() == stage.provider(home, 0, 1));
    CHECK(weighed.market.contracts.provider.front() == weighed.provider(home, 0, 0));
    CHECK(weighed.market.contracts.price.front() > stage.market.contracts.price.front());
}

TEST_CASE("A little weight on quality does not outweigh a lower price")
{
    StagedMarket stage = better_and_cheaper();
    set_lever(stage.inputs, &StrategyService::quality_weight, 0.01);
    let_in(stage, 0);
    CHECK(stage.market.contracts.provider.front() == stage.provider(home, 0, 1));
}

TEST_CASE("Core contracts share the volume between no more providers than the council wants")
{
    for (double const most : {1.0, 2.0})
    {
        StagedMarket stage = one_town({.core = 0.5});
        set_lever(stage.inputs, &StrategyService::core_providers, most);
        let_in(stage, 0);
        Contracts const& contracts = stage.market.contracts;
        CHECK(contracts.size() == static_cast<ContractId>(most));
        for (ContractId contract = 0; contract < contracts.size(); ++contract)
        {
            auto const c = static_cast<std::size_t>(contract);
            CHECK(contracts.kind[c] == Channel::core);
            CHECK(contracts.guaranteed[c] == static_cast<Quarters>(10.0 / most) * quarters_in_a_unit);
        }
    }
}

TEST_CASE("Where there are as many core providers as the council wants, no other is sought")
{
    for (double const most : {1.0, 2.0})
    {
        StagedMarket stage = one_town({.core = 0.5});
        set_lever(stage.inputs, &StrategyService::core_providers, most);
        stage.add_contract(stage.provider(home, 0), 2, 600.0, 400, Channel::core);
        let_in(stage, 0);
        CHECK(stage.market.contracts.size() == static_cast<ContractId>(most));
    }
}

TEST_CASE("A framework lists whoever asks no more than the limit, and guarantees nothing")
{
    StagedMarket stage = one_town({.framework = 0.5});
    let_in(stage, 0);
    Contracts const& contracts = stage.market.contracts;
    CHECK(contracts.size() == 2);
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        CHECK(contracts.kind[c] == Channel::framework);
        CHECK(contracts.guaranteed[c] == 0);
        CHECK(contracts.score[c] > 0.0);
        CHECK(contracts.terms[c].discount == 0.0);
    }
    let_in(stage, 13); // the list stands: no second one beside it
    CHECK(stage.market.contracts.size() == 2);
    StagedMarket mean = one_town({.framework = 0.5});
    set_lever(mean.inputs, &StrategyService::block_price_limit, 0.5);
    let_in(mean, 0);
    CHECK(mean.market.contracts.size() == 0);
}

TEST_CASE("A core provider's guarantee steps up towards what it takes beyond it, and never down")
{
    StagedMarket stage = one_town({});
    set_lever(stage.inputs, &StrategyService::step_up, 0.5);
    set_lever(stage.inputs, &StrategyService::sliding_from, 0.5);
    ProviderId const provider = stage.provider(home, 0);
    auto const p = StagedMarket::at(provider);
    auto const core = static_cast<std::size_t>(stage.add_contract(provider, 2, 600.0, 400, Channel::core));
    auto const block = static_cast<std::size_t>(stage.add_contract(provider, 2, 600.0, 400, Channel::block));
    stage.market.contracts.used[core] = 6 * quarters_in_a_unit;
    stage.market.contracts.used[block] = 2 * quarters_in_a_unit;
    step_up_guarantees(stage.market, stage.week);
    CHECK(stage.market.contracts.guaranteed[core] == 4 * quarters_in_a_unit);
    CHECK(stage.market.contracts.full_until[core] == 2 * quarters_in_a_unit);
    CHECK(stage.market.contracts.guaranteed[block] == 2 * quarters_in_a_unit);
    CHECK(stage.market.providers.guaranteed[p] == 6 * quarters_in_a_unit);
    stage.market.contracts.used[core] = quarters_in_a_unit;
    step_up_guarantees(stage.market, stage.week);
    CHECK(stage.market.contracts.guaranteed[core] == 4 * quarters_in_a_unit);
}

TEST_CASE("Under a sliding scale a bidder asks for more at the full price, so that all of it brings as much")
{
    auto const price_at = [](double discount)
    {
        StagedMarket stage = one_town({.block = 0.2});
        set_lever(stage.inputs, &StrategyService::sliding_from, 0.5);
        set_lever(stage.inputs, &StrategyService::sliding_discount, discount);
        let_in(stage, 0);
        for (Decision const& line : stage.take_decisions())
            if (line.kind == DecisionKind::bid_made || line.kind == DecisionKind::bid_declined)
                return line.amount;
        return 0.0;
    };
    double const flat = price_at(0.0);
    REQUIRE(flat > 0.0);
    CHECK(price_at(0.4) > 1.2 * flat); // half of it at three fifths: a quarter more
    CHECK(price_at(0.4) < 1.3 * flat);
}
