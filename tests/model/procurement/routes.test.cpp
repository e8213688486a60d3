#include "model/procurement/route.hpp"

#include "tests/support/staged_phases.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;
constexpr std::int32_t full_tender_weeks = 10;
constexpr std::int32_t short_weeks = 4; // of every other route

/// A council that buys 10 guaranteed beds, or a list, of the first town's three homes, which are all alike: of usual
/// size, without people, firms of their own, rated good.
StagedMarket one_town(Mix const& mix, Route route)
{
    SmallPlace place;
    place.providers[home] = 3.0;
    StagedMarket stage(place);
    stage.seek(home, 20.0, mix);
    BehaviourService& behaviour = stage.inputs.behaviour.of[home];
    for (RouteBurden& burden : behaviour.routes)
        burden.weeks = short_weeks;
    behaviour.routes[Route::full_tender].weeks = full_tender_weeks;
    set_lever(stage.inputs, &StrategyService::procurement_route, static_cast<double>(index_of(route)));
    Providers& all = stage.market.providers;
    auto const first = StagedMarket::at(stage.provider(home, 0, 0));
    for (std::size_t n = 0; n < 3; ++n)
    {
        auto const p = StagedMarket::at(stage.provider(home, 0, n));
        all.wage[p] = all.wage[first];
        all.efficiency[p] = all.efficiency[first];
        all.overhead[p] = all.overhead[first];
        all.quality[p] = 0.0;
        all.is_rated[p] = 1;
        all.rating[p] = Rating::good;
        stage.set_capacity(stage.provider(home, 0, n), 20);
        all.size[p] = behaviour.usual_size;
    }
    stage.set_prices(home, 300.0, 300.0, 300.0); // what they earn elsewhere is of no account
    return stage;
}

/// What a review came to.
struct Outcome
{
    std::map<EntityKey, double> asked; ///< with its offer, or the lowest price it would have taken
    std::set<EntityKey> bidders;
    std::size_t tenders = 0;
    std::size_t contracts = 0;
    double price = 0;        ///< of the first contract
    std::int32_t begins = 0; ///< week of the first contract
};

Outcome outcome_of(StagedMarket stage, std::int32_t week = 0)
{
    auto const before = stage.market.contracts.size();
    let_in(stage, week);
    Outcome outcome;
    for (Decision const& line : stage.take_decisions())
    {
        if (line.kind == DecisionKind::bid_made || line.kind == DecisionKind::bid_declined)
            outcome.asked[line.subject] = line.amount;
        if (line.kind == DecisionKind::bid_made)
            outcome.bidders.insert(line.subject);
        outcome.tenders += line.kind == DecisionKind::tender_decided;
    }
    Contracts const& contracts = stage.market.contracts;
    outcome.contracts = static_cast<std::size_t>(contracts.size() - before);
    if (outcome.contracts > 0)
    {
        outcome.price = contracts.price[static_cast<std::size_t>(before)];
        outcome.begins = contracts.begins[static_cast<std::size_t>(before)];
    }
    return outcome;
}

EntityKey key_of_home(StagedMarket const& stage, std::size_t n)
{
    return stage.market.providers.key[StagedMarket::at(stage.provider(home, 0, n))];
}

void set_fence(StagedMarket& stage, RingFence fence)
{
    set_lever(stage.inputs, &StrategyService::ring_fence, static_cast<double>(index_of(fence)));
}

void set_failed(StagedMarket& stage, FailedTender then)
{
    set_lever(stage.inputs, &StrategyService::failed_tender, static_cast<double>(index_of(then)));
}

/// Nobody can meet the limit.
StagedMarket too_mean(Route route)
{
    StagedMarket stage = one_town({.block = 0.5}, route);
    set_lever(stage.inputs, &StrategyService::block_price_limit, 0.1);
    return stage;
}

} // namespace

TEST_CASE("A lot under the threshold begins sooner by the shorter route, with the same bidders at the same price")
{
    StagedMarket const in_full = one_town({.block = 0.5}, Route::full_tender);
    StagedMarket stage = one_town({.block = 0.5}, Route::below_threshold);
    stage.inputs.behaviour.all.tender_threshold = 1e9;
    Outcome const full = outcome_of(in_full);
    Outcome const small = outcome_of(stage);
    CHECK(full.begins == full_tender_weeks);
    CHECK(small.begins == short_weeks);
    CHECK(small.price == full.price);
    CHECK(small.asked == full.asked);
}

TEST_CASE("The threshold is one of worth over the term; a lot that reaches it is tendered in full")
{
    StagedMarket stage = one_town({.block = 0.5}, Route::below_threshold);
    double const worth = 10.0 * stage.market.council_of(0).inherited_rate[home] *
                         stage.inputs.strategies.front().of[home].usual_rate.at(stage.week.first) *
                         mean_weeks_in_a_year *
                         stage.inputs.strategies.front().of[home].contract_length.at(stage.week.first);
    stage.inputs.behaviour.all.tender_threshold = 1.0001 * worth;
    CHECK(outcome_of(stage).begins == short_weeks);
    stage.inputs.behaviour.all.tender_threshold = 0.9999 * worth;
    CHECK(outcome_of(stage).begins == full_tender_weeks);
}

TEST_CASE("Outside the fence nobody is asked, and those inside, who have fewer rivals, ask for more")
{
    StagedMarket const open = one_town({.block = 0.5}, Route::full_tender);
    StagedMarket fenced = one_town({.block = 0.5}, Route::ring_fenced);
    set_fence(fenced, RingFence::voluntary);
    StagedMarket all_inside = fenced;
    set_fence(all_inside, RingFence::rated_good); // everybody is
    for (std::size_t const n : {0, 2})
        fenced.market.providers.sector[StagedMarket::at(fenced.provider(home, 0, n))] = Sector::voluntary;
    StagedMarket unfenced = fenced;
    set_lever(unfenced.inputs, &StrategyService::procurement_route, static_cast<double>(index_of(Route::full_tender)));

    Outcome const inside = outcome_of(fenced);
    CHECK(inside.asked.size() == 2);
    CHECK_FALSE(inside.asked.contains(key_of_home(fenced, 1)));
    for (auto const& [who, offer] : outcome_of(unfenced).asked)
        if (inside.asked.contains(who))
            CHECK(inside.asked.at(who) > offer);
    // A fence that shuts nobody out changes who is asked, and what they ask for, in nothing.
    CHECK(outcome_of(all_inside).asked.size() == 3);
    CHECK(outcome_of(all_inside).price == outcome_of(open).price);
}

TEST_CASE("With a fence around incumbents only who serves the council's people is asked; around nobody, nobody is")
{
    StagedMarket stage = one_town({.block = 0.5}, Route::ring_fenced);
    CHECK(outcome_of(stage).asked.empty());
    stage.add_resident(0, home, Funding::council, stage.provider(home, 0, 1), 600.0);
    stage.add_resident(0, home, Funding::self_funder, stage.provider(home, 0, 2), 600.0);
    Outcome const inside = outcome_of(stage);
    CHECK(inside.asked.size() == 1);
    CHECK(inside.asked.contains(key_of_home(stage, 1)));
}

TEST_CASE("A shortlist asks those with the best record; one long enough for all is a full tender that takes less time")
{
    StagedMarket stage = one_town({.block = 0.5}, Route::restricted);
    auto const of = [&stage](std::size_t n) { return StagedMarket::at(stage.provider(home, 0, n)); };
    stage.market.providers.rating[of(0)] = Rating::requires_improvement;
    stage.market.providers.quality[of(0)] = 3.0;
    stage.market.providers.quality[of(1)] = -1.0;
    set_lever(stage.inputs, &StrategyService::shortlist, 1.0);
    Outcome const one = outcome_of(stage);
    CHECK(one.asked.size() == 1);
    CHECK(one.asked.contains(key_of_home(stage, 2)));
    set_lever(stage.inputs, &StrategyService::shortlist, 2.0);
    Outcome const two = outcome_of(stage);
    CHECK(two.asked.size() == 2);
    CHECK_FALSE(two.asked.contains(key_of_home(stage, 0)));
    CHECK(two.price < one.price);
    set_lever(stage.inputs, &StrategyService::shortlist, 3.0);
    Outcome const all = outcome_of(stage);
    set_lever(stage.inputs, &StrategyService::procurement_route, static_cast<double>(index_of(Route::full_tender)));
    CHECK(all.asked == outcome_of(stage).asked);
    CHECK(all.begins == short_weeks);
}

TEST_CASE("A direct award offers the incumbent its old price, to take or to leave")
{
    StagedMarket stage = one_town({.block = 0.5}, Route::direct_award);
    ProviderId const known = stage.provider(home, 0, 1);
    ContractId const old = stage.add_contract(known, 10, 900.0, short_weeks);
    stage.add_resident(0, home, Funding::council, known, 900.0, old);
    Outcome const taken = outcome_of(stage);
    CHECK(taken.asked.size() == 1);
    CHECK(taken.contracts == 1);
    CHECK(taken.price == 900.0);
    CHECK(taken.begins == short_weeks);
    stage.market.contracts.price.front() = 100.0; // no longer what it costs
    Outcome const left = outcome_of(stage);
    CHECK(left.asked.contains(key_of_home(stage, 1)));
    CHECK(left.contracts == 0);
}

TEST_CASE("Without a contract yet a direct award is at the quote, and never above the council's limit")
{
    StagedMarket stage = one_town({.block = 0.5}, Route::direct_award);
    stage.add_resident(0, home, Funding::council, stage.provider(home, 0, 1), 900.0);
    stage.set_prices(home, 950.0, 950.0, 300.0);
    CHECK(outcome_of(stage).price == 950.0);
    stage.set_prices(home, 1e6, 1e6, 300.0);
    CHECK(outcome_of(stage).price < 1e5);
}

TEST_CASE("Accreditation lists exactly those who can live with the posted price, none before another")
{
    StagedMarket stage = one_town({.framework = 0.5}, Route::accreditation);
    stage.market.providers.efficiency[StagedMarket::at(stage.provider(home, 0, 1))] *= 1.5;
    set_lever(stage.inputs, &StrategyService::posted_block_price, 1e5);
    CHECK(outcome_of(stage).contracts == 3);
    Outcome const seen = outcome_of(stage);
    CHECK(seen.begins == short_weeks);
    CHECK(seen.price == 1e5);
    // What each would take at least is told when it declines.
    set_lever(stage.inputs, &StrategyService::posted_block_price, 1.0);
    Outcome const none = outcome_of(stage);
    CHECK(none.contracts == 0);
    double const dear = none.asked.at(key_of_home(stage, 1));
    double const cheap = none.asked.at(key_of_home(stage, 0));
    REQUIRE(cheap < dear);
    set_lever(stage.inputs, &StrategyService::posted_block_price, 0.5 * (cheap + dear));
    let_in(stage, 0);
    Contracts const& contracts = stage.market.contracts;
    CHECK(contracts.size() == 2);
    CHECK(contracts.score[0] == contracts.score[1]);
    CHECK(std::find(contracts.provider.begin(), contracts.provider.end(), stage.provider(home, 0, 1)) ==
          contracts.provider.end());
}

TEST_CASE("Guaranteed volume, and a list without a posted price, are tendered in full where accreditation is wanted")
{
    StagedMarket block = one_town({.block = 0.5}, Route::accreditation);
    set_lever(block.inputs, &StrategyService::posted_block_price, 1e3);
    CHECK(outcome_of(block).begins == full_tender_weeks);
    CHECK(outcome_of(one_town({.framework = 0.5}, Route::accreditation)).begins == full_tender_weeks);
}

TEST_CASE("A list is let by its own route where the strategy names one, and contracts as before")
{
    auto const as = [](Route route) { return static_cast<double>(index_of(route) + 1); };
    StagedMarket list = one_town({.framework = 0.5}, Route::full_tender);
    CHECK(outcome_of(list).begins == full_tender_weeks);
    set_lever(list.inputs, &StrategyService::listing_route, as(Route::single_source));
    CHECK(outcome_of(list).begins == short_weeks);
    CHECK(outcome_of(list).asked.size() == 1);
    StagedMarket block = one_town({.block = 0.5}, Route::full_tender);
    set_lever(block.inputs, &StrategyService::listing_route, as(Route::single_source));
    CHECK(outcome_of(block).begins == full_tender_weeks);
}

TEST_CASE("A tender that failed is followed at once by the route the strategy names, once")
{
    for (FailedTender const then :
         {FailedTender::again, FailedTender::single_source, FailedTender::direct_award, FailedTender::leave_to_spot})
    {
        INFO(name_of(then));
        StagedMarket stage = too_mean(Route::full_tender);
        set_failed(stage, then);
        bool const lets_again = then == FailedTender::single_source || then == FailedTender::direct_award;
        CHECK(outcome_of(stage).tenders == (lets_again ? 2 : 1)); // the second fails too, and there is no third
    }
}

TEST_CASE("A failed ring-fenced tender is opened to all; one with an award is not let twice")
{
    StagedMarket stage = one_town({.block = 0.5}, Route::ring_fenced);
    set_failed(stage, FailedTender::full_tender);
    Outcome const opened = outcome_of(stage); // nobody is inside the fence
    CHECK(opened.tenders == 2);
    CHECK(opened.begins == full_tender_weeks);
    CHECK(opened.asked.size() == 3);
    set_fence(stage, RingFence::rated_good);
    Outcome const won = outcome_of(stage);
    CHECK(won.tenders == 1);
    CHECK(won.begins == short_weeks);
}

TEST_CASE("What is let after a failure takes officers' time of its own")
{
    StagedMarket stage = one_town({.block = 0.5}, Route::ring_fenced);
    set_failed(stage, FailedTender::full_tender);
    for (RouteBurden& burden : stage.inputs.behaviour.of[home].routes)
        burden.work = 5.0;
    for (double const weeks : {7.0, 12.0})
    {
        StagedMarket short_of_time = stage;
        short_of_time.market.commissioners.front().officer_weeks = 0.0;
        short_of_time.inputs.strategies.front().all.commissioning_staff = 7.0 * weeks / stage.week.days;
        Outcome const outcome = outcome_of(short_of_time);
        CHECK(outcome.tenders == (weeks < 10.0 ? 1 : 2));
    }
}

TEST_CASE("Left to the spot, a lot is sought again after its time and not before; otherwise at the next review")
{
    for (FailedTender const then : {FailedTender::again, FailedTender::leave_to_spot})
    {
        INFO(name_of(then));
        StagedMarket stage = too_mean(Route::full_tender);
        set_failed(stage, then);
        stage.inputs.behaviour.all.left_to_spot = 26.0;
        let_in(stage, 0);
        set_lever(stage.inputs, &StrategyService::block_price_limit, 3.0);
        static_cast<void>(stage.take_decisions());
        CHECK((outcome_of(stage, 13).contracts > 0) == (then == FailedTender::again));
        CHECK(outcome_of(stage, 26).contracts > 0);
    }
}
