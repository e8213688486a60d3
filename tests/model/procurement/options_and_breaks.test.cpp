#include "model/procurement/options_and_breaks.hpp"

#include "model/contract_book.hpp"
#include "model/phases/procurement.hpp"
#include "model/phases/world.hpp"
#include "model/provider_prices.hpp"
#include "tests/support/staged_market.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;
constexpr std::int32_t end = 15;

/// A home with a contract for 10 of the 20 beds a council wants, half of them in block; letting takes 20 weeks and
/// costs nothing. What the home asks at least is known: its places have no other use.
struct Signed
{
    StagedMarket stage;
    ProviderId provider = stage.provider(home, 0);
    ContractId contract{};
    std::size_t c = 0;

    /// \param ends  week in which the contract does
    /// \param price against the least the home would sign for again
    /// \param years for which it would
    Signed(std::int32_t ends, double price, double years)
    {
        set_block_share(stage.inputs, 0.5);
        set_lever(stage.inputs, &StrategyService::block_price_limit, 3.0);
        stage.inputs.behaviour.of[home].routes[Route::full_tender].weeks = 20.0;
        stage.inputs.behaviour.of[home].routes[Route::full_tender].cost = 0.0;
        for (LocalMarket& local : stage.market.local)
            local.council_volume = 0.0;
        stage.market.local[stage.market.area(home, 0)].council_volume = 20.0;
        for (double& occupancy : stage.market.providers.occupancy)
            occupancy = 0.0;
        contract = stage.add_contract(provider, 10, 600.0, ends);
        c = static_cast<std::size_t>(contract);
        contracts().price[c] = price * lowest(years);
    }
    Contracts& contracts() { return stage.market.contracts; }
    double lowest(double years)
    {
        Terms terms = contracts().terms[c];
        terms.years = years;
        return block_cost(stage.market, stage.inputs, stage.week, provider,
                          {.volume = 10.0, .renewed = 10.0, .sought = 10.0, .terms = terms});
    }
    /// What everybody asks on the spot, against the contract's price.
    void others_ask(double share)
    {
        stage.set_prices(home, share * contracts().price[c], 800.0, 0.0);
        stage.market.commissioners.front().usual_rate[home] = contracts().price[c];
    }
    void decide(std::int32_t week = 0)
    {
        stage.week = Clock(2016).week(week);
        decide_on_options_and_breaks(stage.market, stage.inputs, stage.week);
    }
    std::size_t lines(DecisionKind kind, Reason reason = Reason::none)
    {
        auto const all = stage.take_decisions();
        return static_cast<std::size_t>(std::count_if(all.begin(), all.end(),
                                                      [&](Decision const& line) {
                                                          return line.kind == kind &&
                                                                 (reason == Reason::none || line.reason == reason);
                                                      }));
    }
};

/// The contract ends in 15 weeks and may be prolonged by two years.
Signed with_option(double price)
{
    Signed some(end, price, 2.0);
    some.contracts().terms[some.c].option_years = 2.0;
    return some;
}

/// The contract runs on for years and may be left from week 52.
Signed with_break(double price)
{
    Signed some(300, price, 1.0);
    some.contracts().terms[some.c].break_after = 1.0;
    some.contracts().next_break[some.c] = 52;
    return some;
}

} // namespace

TEST_CASE("A contract cheaper than what is asked by now is prolonged on its terms, and no successor is sought")
{
    Signed some = with_option(1.1);
    some.others_ask(1.1);
    double const price = some.contracts().price[some.c];
    some.decide();
    CHECK(some.contracts().ends[some.c] == end + 104);
    CHECK(some.contracts().price[some.c] == price);
    CHECK(some.lines(DecisionKind::option_taken) == 1);
    let_contracts(some.stage.market, some.stage.inputs, some.stage.week);
    CHECK(some.lines(DecisionKind::tender_decided) == 0);
    some.stage.week = Clock(2016).week(end);
    let_contracts(some.stage.market, some.stage.inputs, some.stage.week); // the old end passes
    CHECK_FALSE(some.contracts().is_empty(some.contract));
    some.decide(end + 100); // there was one option
    CHECK(some.contracts().ends[some.c] == end + 104);
}

TEST_CASE("A contract dearer than what is asked by now is let anew, and so is one without an option")
{
    for (double const years : {2.0, 0.0})
    {
        Signed some = with_option(1.1);
        some.contracts().terms[some.c].option_years = years;
        some.others_ask(years > 0.0 ? 0.9 : 1.1);
        some.stage.week = Clock(2016).week(0);
        let_contracts(some.stage.market, some.stage.inputs, some.stage.week);
        CHECK(some.contracts().ends[some.c] == end);
        auto const lines = some.stage.take_decisions();
        CHECK(std::any_of(lines.begin(), lines.end(),
                          [](Decision const& line) { return line.kind == DecisionKind::tender_decided; }));
    }
}

TEST_CASE("What letting anew costs is a reason to prolong, and what was let of late is better known than quotes")
{
    Signed dear = with_option(1.1);
    dear.others_ask(0.99);
    dear.stage.inputs.behaviour.of[home].routes[Route::full_tender].cost = 1e6;
    dear.decide();
    CHECK(dear.contracts().ends[dear.c] == end + 104);

    Signed informed = with_option(1.1);
    informed.others_ask(1.1);
    ContractId const late = informed.stage.add_contract(informed.stage.provider(home, 0, 1), 5, 1.0);
    informed.contracts().price[static_cast<std::size_t>(late)] = 0.8 * informed.contracts().price[informed.c];
    informed.decide();
    CHECK(informed.contracts().ends[informed.c] == end);
}

TEST_CASE("Nobody is prolonged who would not sign again, nor whose places are wanted no more, nor before it is time")
{
    Signed loss = with_option(0.9);
    loss.others_ask(1.1);
    loss.decide();
    CHECK(loss.contracts().ends[loss.c] == end);

    Signed unwanted = with_option(1.1);
    unwanted.others_ask(1.1);
    unwanted.stage.add_contract(unwanted.stage.provider(home, 0, 1), 10, 2000.0);
    unwanted.decide();
    CHECK(unwanted.contracts().ends[unwanted.c] == end);

    Signed early = with_option(1.1);
    early.others_ask(1.1);
    early.contracts().ends[early.c] = 21;
    early.decide();
    CHECK(early.contracts().ends[early.c] == 21);
    early.decide(1);
    CHECK(early.contracts().ends[early.c] == 21 + 104);
}

TEST_CASE("At a break the council leaves a contract that it could let for less, and stays in one that it could not")
{
    Signed dear = with_break(1.1);
    dear.others_ask(0.9);
    dear.decide(26);
    CHECK(dear.contracts().ends[dear.c] == 300); // a successor could begin in week 46
    dear.decide(39);
    CHECK(dear.contracts().ends[dear.c] == 52);
    CHECK(dear.lines(DecisionKind::contract_broken, Reason::dearer_than_new) == 1);
    EntityKey const left = dear.contracts().key[dear.c];
    dear.stage.week = Clock(2016).week(52);
    let_contracts(dear.stage.market, dear.stage.inputs, dear.stage.week);
    CHECK(dear.contracts().key[dear.c] != left); // whatever has been let since in its slot

    Signed cheap = with_break(1.1);
    cheap.others_ask(1.1);
    cheap.decide(39);
    CHECK(cheap.contracts().ends[cheap.c] == 300);
    CHECK(cheap.contracts().next_break[cheap.c] == 104); // and may leave in a year
    CHECK(cheap.lines(DecisionKind::contract_broken) == 0);
}

TEST_CASE("At a break a provider leaves that would not sign again, and no late tender holds it")
{
    for (double const price : {0.9, 1.1})
    {
        Signed some = with_break(price);
        some.others_ask(1.5);
        some.decide(39);
        bool const leaves = price < 1.0;
        CHECK(some.contracts().ends[some.c] == (leaves ? 52 : 300));
        CHECK(some.lines(DecisionKind::contract_broken, Reason::below_cost) == leaves);
        some.contracts().ends[some.c] = 52;
        some.stage.market.due.add(
            {52, EventKind::contract_ends, some.contracts().key[some.c], static_cast<std::uint32_t>(some.contract)});
        some.stage.market.local[some.stage.market.area(home, 0)].tender_is_late[Channel::block] = true;
        some.stage.week = Clock(2016).week(53);
        let_contracts(some.stage.market, some.stage.inputs, some.stage.week);
        CHECK(some.contracts().is_empty(some.contract) == leaves);
    }
}

TEST_CASE("Nobody leaves a contract without a break clause, however dear or cheap it has become")
{
    for (double const price : {0.5, 3.0})
    {
        Signed some = with_break(price);
        some.contracts().terms[some.c].break_after = 0.0;
        some.others_ask(price < 1.0 ? 2.0 : 0.3);
        for (std::int32_t week = 0; week < 300; week += 13)
            some.decide(week);
        CHECK(some.contracts().ends[some.c] == 300);
        CHECK(some.stage.take_decisions().empty());
    }
}

TEST_CASE("A bidder asks for a long contract with an early break what it asks for a short one")
{
    Signed some(300, 1.0, 1.0);
    some.contracts().terms[some.c].uplift = {}; // costs grow and the price does not
    auto const asks = [&](double years, double break_after)
    {
        some.contracts().terms[some.c].break_after = break_after;
        return some.lowest(years);
    };
    CHECK(asks(6.0, 2.0) == asks(2.0, 0.0));
    CHECK(asks(6.0, 2.0) < asks(6.0, 0.0));
    CHECK(asks(6.0, 6.0) == asks(6.0, 0.0));
}

TEST_CASE("A contract begins with the date of its first break, reckoned from its first day")
{
    StagedMarket stage;
    ContractId const contract = stage.add_contract(stage.provider(home, 0), 5, 600.0);
    auto const c = static_cast<std::size_t>(contract);
    Contracts& contracts = stage.market.contracts;
    contracts.is_in_force[c] = 0;
    stage.market.providers.guaranteed[StagedMarket::at(contracts.provider[c])] = 0;
    contracts.terms[c].break_after = 1.5;
    contracts.begins[c] = 2;
    stage.market.due.add({2, EventKind::contract_begins, contracts.key[c], static_cast<std::uint32_t>(contract)});
    stage.week = Clock(2016).week(2);
    let_contracts(stage.market, stage.inputs, stage.week);
    CHECK(contracts.next_break[c] == 2 + 78);
}
