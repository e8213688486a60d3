#include "model/procurement/lists.hpp"

#include "model/provider_prices.hpp"
#include "tests/support/staged_phases.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <vector>

using namespace caremarket;
using namespace caremarket::tests;

/// How lists are let: what is guaranteed on them, what bidders make of it, and how newcomers come on.
namespace
{

constexpr Service home = Service::residential;

/// A council that lists the homes of a town for ten beds, for three years; the homes differ in nothing.
StagedMarket a_list()
{
    SmallPlace place;
    place.localities = 1;
    place.providers[home] = 3.0;
    StagedMarket stage(place);
    stage.seek(home, 20.0, {.framework = 0.5});
    for (RouteBurden& burden : stage.inputs.behaviour.of[home].routes)
        burden.weeks = 10.0;
    set_lever(stage.inputs, &StrategyService::contract_length, 3.0);
    Providers& all = stage.market.providers;
    std::size_t const first = StagedMarket::at(stage.provider(home, 0, 0));
    for (std::size_t n = 0; n < 3; ++n)
    {
        std::size_t const p = StagedMarket::at(stage.provider(home, 0, n));
        all.wage[p] = all.wage[first];
        all.efficiency[p] = all.efficiency[first];
        all.overhead[p] = all.overhead[first];
        all.quality[p] = 0.0;
        stage.set_capacity(stage.provider(home, 0, n), 20);
    }
    stage.set_prices(home, 300.0, 300.0, 300.0);
    return stage;
}

/// Rated inadequate, a home may not be listed.
void rate(StagedMarket& stage, std::size_t n, Rating rating)
{
    std::size_t const p = StagedMarket::at(stage.provider(home, 0, n));
    stage.market.providers.is_rated[p] = 1;
    stage.market.providers.rating[p] = rating;
}

void let_until(StagedMarket& stage, std::int32_t from, std::int32_t until)
{
    for (std::int32_t week = from; week < until; ++week)
        let_in(stage, week);
}

std::set<ProviderId> listed(StagedMarket const& stage)
{
    std::set<ProviderId> all;
    Contracts const& contracts = stage.market.contracts;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
        if (auto const c = static_cast<std::size_t>(contract);
            !contracts.is_empty(contract) && contracts.service[c] == home)
            all.insert(contracts.provider[c]);
    return all;
}

std::vector<double> prices(StagedMarket stage)
{
    let_in(stage, 0);
    std::vector<double> all = stage.market.contracts.price;
    std::sort(all.begin(), all.end());
    return all;
}

std::vector<Quarters> guarantees(StagedMarket stage)
{
    let_in(stage, 0);
    return stage.market.contracts.guaranteed;
}

int tenders_in(StagedMarket& stage, std::int32_t from, std::int32_t until)
{
    static_cast<void>(stage.take_decisions());
    let_until(stage, from, until);
    int tenders = 0;
    for (Decision const& line : stage.take_decisions())
        tenders += line.kind == DecisionKind::tender_decided;
    return tenders;
}

} // namespace

TEST_CASE("A list guarantees what its council says, in equal parts of whole beds, and nothing unless it says so")
{
    StagedMarket stage = a_list();
    CHECK(guarantees(stage) == std::vector<Quarters>{0, 0, 0});
    set_lever(stage.inputs, &StrategyService::listed_guarantee, 0.75); // of ten beds, for three homes
    CHECK(guarantees(stage) == std::vector<Quarters>{8, 8, 8});
    set_lever(stage.inputs, &StrategyService::listed_guarantee, 0.2); // less than a bed each
    CHECK(guarantees(stage) == std::vector<Quarters>{0, 0, 0});
}

TEST_CASE("A listed home is guaranteed no more than it can promise")
{
    StagedMarket stage = a_list();
    set_lever(stage.inputs, &StrategyService::listed_guarantee, 0.75);
    stage.market.providers.capacity[StagedMarket::at(stage.provider(home, 0, 1))] = 1 * quarters_in_a_unit; // staffed
    std::vector<Quarters> all = guarantees(stage);
    std::sort(all.begin(), all.end());
    CHECK(all == std::vector<Quarters>{4, 8, 8});
}

TEST_CASE("A guarantee on a list binds from its first day to its last, and can be reviewed")
{
    StagedMarket stage = a_list();
    set_lever(stage.inputs, &StrategyService::listed_guarantee, 0.75);
    set_lever(stage.inputs, &StrategyService::step_down, 1.0);
    let_in(stage, 0);
    std::size_t const p = StagedMarket::at(stage.provider(home, 0, 0));
    CHECK(stage.market.providers.guaranteed[p] == 0);
    let_until(stage, 1, 11);
    CHECK(stage.market.providers.guaranteed[p] == 8);
    let_until(stage, 11, 70);
    CHECK(stage.market.providers.guaranteed[p] == 0); // nobody has used it in a year
}

TEST_CASE("A bidder reckons with the part of a list that it is promised: as a block that part, as a list the rest")
{
    StagedMarket stage = a_list();
    ProviderId const provider = stage.provider(home, 0, 0);
    Terms terms;
    terms.years = 3.0;
    BlockOffer const part{.volume = 2.0, .sought = 6.0, .terms = terms};
    Market const& market = stage.market;
    double const as_list = framework_cost(market, stage.inputs, provider, terms);
    double const beside_guarantee = framework_cost(market, stage.inputs, provider, terms, part.volume);
    double const as_block = block_cost(market, stage.inputs, stage.week, provider, part);
    auto const asked = [&](BlockOffer const& offer, double share)
    { return list_cost(market, stage.inputs, stage.week, provider, offer, share); };
    CHECK(asked({.terms = terms}, 0.5) == as_list);
    CHECK(asked(part, 0.0) == beside_guarantee);
    CHECK(asked(part, 1.0) == as_block);
    CHECK(asked(part, 0.25) == Approx(0.25 * as_block + 0.75 * beside_guarantee));
    CHECK(beside_guarantee <= as_list); // what is guaranteed leaves less at risk
    CHECK(as_block != as_list);

    StagedMarket with_guarantee = stage;
    set_lever(with_guarantee.inputs, &StrategyService::listed_guarantee, 0.75);
    CHECK(prices(with_guarantee) != prices(stage));
    set_lever(with_guarantee.inputs, &StrategyService::listed_guarantee, 0.2); // comes to nothing
    CHECK(prices(with_guarantee) == prices(stage));
}

TEST_CASE(
    "Where asking less brings nobody onto the list sooner, bidders ask what the dearest would; of blocks they do not")
{
    for (bool const is_list : {true, false})
    {
        StagedMarket stage = a_list();
        if (!is_list)
            set_mix(stage.inputs.strategies.front().of[home], {.block = 0.5});
        double const ranked = prices(stage).front();
        for (CallOff const way : {CallOff::mini_competition, CallOff::choice, CallOff::rota})
        {
            set_lever(stage.inputs, &StrategyService::call_off, static_cast<double>(index_of(way)));
            if (is_list)
                CHECK(prices(stage).front() > ranked);
            else
                CHECK(prices(stage).front() == ranked);
        }
    }
}

TEST_CASE("A tariff is the price of everybody listed, however the list is used")
{
    for (CallOff const way : {CallOff::ranked, CallOff::choice})
    {
        StagedMarket stage = a_list();
        set_lever(stage.inputs, &StrategyService::posted_block_price, 900.0);
        set_lever(stage.inputs, &StrategyService::listing_route,
                  1.0 + static_cast<double>(index_of(Route::accreditation)));
        set_lever(stage.inputs, &StrategyService::call_off, static_cast<double>(index_of(way)));
        std::vector<double> const all = prices(stage);
        REQUIRE(all.size() == 3);
        CHECK(all.front() == all.back());
    }
}

TEST_CASE("A list that is opened takes who is not on it, until it ends; one that is not takes nobody")
{
    for (double const years : {0.0, 1.0})
    {
        StagedMarket stage = a_list();
        set_lever(stage.inputs, &StrategyService::list_reopens, years);
        rate(stage, 2, Rating::inadequate);
        let_until(stage, 0, 26);
        CHECK(listed(stage).size() == 2);
        rate(stage, 2, Rating::good);
        static_cast<void>(stage.take_decisions());
        CHECK(tenders_in(stage, 26, 52) == 0);
        CHECK(tenders_in(stage, 52, 53) == (years > 0.0 ? 1 : 0));
        CHECK(listed(stage).size() == (years > 0.0 ? 3 : 2));
        Contracts const& contracts = stage.market.contracts;
        for (std::size_t c = 0; c < contracts.key.size(); ++c)
            CHECK(contracts.ends[c] == 10 + 3 * Clock::weeks_in_a_year);
    }
}

TEST_CASE("A list that everybody is on is not opened, nor one that is about to end")
{
    StagedMarket stage = a_list();
    set_lever(stage.inputs, &StrategyService::list_reopens, 1.0);
    let_until(stage, 0, 52);
    CHECK(tenders_in(stage, 52, 120) == 0);

    StagedMarket late = a_list();
    set_lever(late.inputs, &StrategyService::contract_length, 2.9);
    set_lever(late.inputs, &StrategyService::list_reopens, 2.7);
    rate(late, 2, Rating::inadequate);
    let_until(late, 0, 52);
    rate(late, 2, Rating::good);
    // It ends in week 160, soon after newcomers of week 143 could begin; what is let in week 156 is for everybody.
    CHECK(tenders_in(late, 52, 156) == 0);
    CHECK(tenders_in(late, 156, 157) == 1);
    CHECK(listed(late).size() == 3);
}

TEST_CASE("A list that nobody joins stands as it did, and is opened again when its time comes")
{
    StagedMarket stage = a_list();
    set_lever(stage.inputs, &StrategyService::list_reopens, 1.0);
    set_lever(stage.inputs, &StrategyService::failed_tender,
              static_cast<double>(index_of(FailedTender::leave_to_spot)));
    rate(stage, 2, Rating::inadequate);
    let_until(stage, 0, 52);
    CHECK(tenders_in(stage, 52, 104) == 1);
    rate(stage, 2, Rating::good);
    CHECK(tenders_in(stage, 104, 105) == 1);
    CHECK(listed(stage).size() == 3);
}

TEST_CASE("A newcomer is marked against those on the list, not as the best of those who came late")
{
    StagedMarket stage = a_list();
    set_lever(stage.inputs, &StrategyService::list_reopens, 1.0);
    rate(stage, 2, Rating::inadequate);
    let_until(stage, 0, 52);
    rate(stage, 2, Rating::good);
    stage.market.providers.efficiency[StagedMarket::at(stage.provider(home, 0, 2))] *= 1.2; // dearer
    let_in(stage, 52);
    Contracts const& contracts = stage.market.contracts;
    REQUIRE(contracts.key.size() == 3);
    CHECK(contracts.score[2] < std::min(contracts.score[0], contracts.score[1]));
}
