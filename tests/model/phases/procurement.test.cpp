#include "model/phases/procurement.hpp"

#include "tests/support/staged_phases.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

/// A council that seeks half of its 20 beds a locality in block, from homes with free places.
StagedMarket council_that_tenders()
{
    StagedMarket stage;
    set_block_share(stage.inputs, 0.5);
    for (std::size_t locality = 0; locality < 3; ++locality)
    {
        stage.market.local[stage.market.area(home, locality)].council_volume = 20.0;
        for (Service const other : {Service::homecare, Service::nursing})
            stage.market.local[stage.market.area(other, locality)].council_volume = 0.0;
    }
    stage.inputs.behaviour.all.cost_misjudgement = 0.0;
    set_lever(stage.inputs, &StrategyService::block_price_limit, 3.0);
    return stage;
}

std::vector<Decision> lines_of(std::vector<Decision> const& lines, DecisionKind kind)
{
    std::vector<Decision> found;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(found),
                 [kind](Decision const& line) { return line.kind == kind; });
    return found;
}

} // namespace

TEST_CASE("Where no provider can take the council's price, the lot goes without a bid and nothing is bought")
{
    StagedMarket stage = council_that_tenders();
    set_lever(stage.inputs, &StrategyService::block_price_limit, 0.5);
    let_in(stage, 0);
    std::vector<Decision> const lines = stage.take_decisions();
    CHECK(lines_of(lines, DecisionKind::bid_made).empty());
    CHECK_FALSE(lines_of(lines, DecisionKind::bid_declined).empty());
    MonthCounts::Area const& area = stage.market.counts[0].areas[stage.market.area(home, 0)];
    CHECK(area.tenders == 1);
    CHECK(area.lots_without_bid == 1);
    CHECK(area.volume_sought == Approx(10.0));
    CHECK(area.volume_awarded == 0.0);
    CHECK(stage.market.contracts.size() == 0);
    for (Decision const& decided : lines_of(lines, DecisionKind::tender_decided))
        CHECK(decided.quantity == 0.0);
    // The tender is paid for all the same.
    CHECK(stage.posted(Flow::procurement, home, Channel::block, 0) > 0);
}

TEST_CASE("The cheapest bids win up to the volume sought, at their own price, and begin after the lead")
{
    StagedMarket stage = council_that_tenders();
    stage.inputs.behaviour.of[home].routes[Route::full_tender].weeks = 10.0;
    let_in(stage, 0);
    std::vector<Decision> bids = lines_of(stage.take_decisions(), DecisionKind::bid_made);
    Contracts const& contracts = stage.market.contracts;
    REQUIRE(contracts.size() > 0);
    REQUIRE_FALSE(bids.empty());
    for (std::size_t locality = 0; locality < 3; ++locality)
    {
        double awarded = 0.0;
        double value = 0.0;
        double quality = 0.0;
        double dearest_award = 0.0;
        for (ContractId contract = 0; contract < contracts.size(); ++contract)
        {
            auto const c = static_cast<std::size_t>(contract);
            if (contracts.locality[c] != locality)
                continue;
            awarded += units(contracts.guaranteed[c]);
            value += units(contracts.guaranteed[c]) * contracts.price[c];
            quality += units(contracts.guaranteed[c]) *
                       stage.market.providers.quality[StagedMarket::at(contracts.provider[c])];
            dearest_award = std::max(dearest_award, contracts.price[c]);
            CHECK(contracts.begins[c] == 10);
            CHECK_FALSE(contracts.is_in_force[c]);
            EntityKey const winner = stage.market.providers.key[StagedMarket::at(contracts.provider[c])];
            CHECK(std::any_of(bids.begin(), bids.end(),
                              [&](Decision const& bid)
                              { return bid.subject == winner && bid.amount == contracts.price[c]; }));
        }
        CHECK(awarded <= 10.0);
        MonthCounts::Area const& area = stage.market.counts[0].areas[stage.market.area(home, locality)];
        auto const here = static_cast<std::int64_t>(
            std::count(contracts.locality.begin(), contracts.locality.end(), static_cast<LocalityId>(locality)));
        CHECK(area.volume_awarded == awarded);
        CHECK(area.value_awarded == Approx(value));
        CHECK(area.quality_awarded == Approx(quality));
        CHECK(area.awards == here);
        CHECK(area.weeks_to_contract == 10 * here);
        CHECK(area.asked >= area.bids);
        CHECK(area.bids >= area.awards);
        // Nobody who asked less than a winner went away with nothing.
        for (Decision const& bid : bids)
            for (ProviderId const provider : stage.market.providers_of[stage.market.area(home, locality)])
                if (stage.market.providers.key[StagedMarket::at(provider)] == bid.subject && bid.amount < dearest_award)
                    CHECK(std::find(contracts.provider.begin(), contracts.provider.end(), provider) !=
                          contracts.provider.end());
    }
    let_in(stage, 9);
    CHECK(std::count(contracts.is_in_force.begin(), contracts.is_in_force.end(), 1) == 0);
    let_in(stage, 10);
    CHECK(std::count(contracts.is_in_force.begin(), contracts.is_in_force.end(), 1) == contracts.size());
}

TEST_CASE("No bid lies above the council's limit or below the bidder's own lowest price")
{
    StagedMarket stage = council_that_tenders();
    set_lever(stage.inputs, &StrategyService::block_price_limit, 1.15);
    double const limit = 1.15 * stage.market.commissioners.front().usual_rate[home];
    let_in(stage, 0);
    for (Decision const& bid : lines_of(stage.take_decisions(), DecisionKind::bid_made))
        CHECK(bid.amount <= limit);
}

// The error is normal around 1: at the top of its range one bidder in 2,300 believes its cost to be below nothing.
TEST_CASE("However badly a firm misjudges its cost, it asks for something")
{
    StagedMarket stage = council_that_tenders();
    stage.inputs.behaviour.all.cost_misjudgement = 0.3;
    double lowest = 1e9;
    for (std::uint32_t replicate = 0; replicate < 2000; ++replicate)
    {
        StagedMarket copy = stage;
        copy.market.draws = Draws(1, replicate);
        let_in(copy, 0);
        for (Decision const& bid : lines_of(copy.take_decisions(), DecisionKind::bid_made))
            lowest = std::min(lowest, bid.amount);
    }
    CHECK(lowest > 0.0);
}

TEST_CASE("A provider rated inadequate wins no contract")
{
    StagedMarket stage = council_that_tenders();
    Providers& all = stage.market.providers;
    for (ProviderId const provider : stage.market.providers_of[stage.market.area(home, 1)])
    {
        all.is_rated[StagedMarket::at(provider)] = 1;
        all.rating[StagedMarket::at(provider)] = Rating::inadequate;
    }
    let_in(stage, 0);
    CHECK(stage.market.counts[0].areas[stage.market.area(home, 1)].lots_without_bid == 1);
    CHECK(stage.market.counts[0].areas[stage.market.area(home, 0)].lots_without_bid == 0);
}

TEST_CASE("The council does not tender for what is under contract already when the new one would begin")
{
    StagedMarket stage = council_that_tenders();
    for (std::size_t locality = 0; locality < 3; ++locality)
        stage.add_contract(stage.provider(home, locality), 10, 600.0, 300);
    let_in(stage, 0);
    CHECK(lines_of(stage.take_decisions(), DecisionKind::tender_decided).empty());
    CHECK(stage.market.contracts.size() == 3);
}

TEST_CASE("A new contract takes over the council's people at the provider only if its transfer rule says so")
{
    for (double const transfers : {0.0, 1.0})
    {
        StagedMarket stage = council_that_tenders();
        set_lever(stage.inputs, &StrategyService::transfers_existing, transfers);
        stage.inputs.behaviour.of[home].routes[Route::full_tender].weeks = 5.0;
        std::vector<PersonSlot> people;
        for (ProviderId const provider : stage.market.providers_of[stage.market.area(home, 0)])
            people.push_back(stage.add_resident(0, home, Funding::council, provider, 777.0));
        PersonSlot const self_funder =
            stage.add_resident(0, home, Funding::self_funder, stage.provider(home, 0), 888.0);
        let_in(stage, 0);
        let_in(stage, 5);
        People const& residents = stage.market.people[0];
        int transferred = 0;
        for (PersonSlot const person : people)
        {
            if (residents.contract[person] == no_contract)
            {
                CHECK(residents[person].price == 777.0);
                continue;
            }
            ++transferred;
            auto const c = static_cast<std::size_t>(residents.contract[person]);
            CHECK(residents[person].price == stage.market.contracts.price[c]);
            CHECK(stage.market.contracts.used[c] == quarters_in_a_unit);
        }
        CHECK((transferred > 0) == (transfers > 0.0));
        CHECK(residents.contract[self_funder] == no_contract);
        CHECK(residents[self_funder].price == 888.0);
    }
}

TEST_CASE("A contract takes over no people of another council, nor any with a direct payment")
{
    StagedMarket stage;
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 10);
    stage.inputs.place.commissioners.push_back("Another council");
    stage.market.tables.commissioner_of[1] = 1;
    stage.inputs.strategies.push_back(stage.inputs.strategies.front());
    stage.market.commissioners.push_back(stage.market.commissioners.front());
    PersonSlot const ours = stage.add_resident(0, home, Funding::council, provider, 600.0);
    PersonSlot const theirs = stage.add_resident(1, home, Funding::council, provider, 600.0);
    ContractId const contract = stage.add_contract(provider, 5, 650.0);
    auto const c = static_cast<std::size_t>(contract);
    stage.market.contracts.is_in_force[c] = 0;
    stage.market.providers.guaranteed[StagedMarket::at(provider)] = 0;
    stage.market.contracts.terms[c].takes_over_existing = true;
    stage.market.contracts.begins[c] = 1;
    stage.market.due.add(
        {1, EventKind::contract_begins, stage.market.contracts.key[c], static_cast<std::uint32_t>(contract)});
    stage.week = Clock(2016).week(1);
    let_contracts(stage.market, stage.inputs, stage.week);
    CHECK(stage.market.people[0].contract[ours] == contract);
    CHECK(stage.market.people[1].contract[theirs] == no_contract);
}

TEST_CASE("A contract that is awarded and has not begun on 1 April is uplifted with the others")
{
    StagedMarket stage;
    set_lever(stage.inputs, &StrategyService::uplift_rule, static_cast<double>(UpliftRule::fixed));
    set_lever(stage.inputs, &StrategyService::uplift_fixed, 0.05);
    ProviderId const provider = stage.provider(home, 0);
    ContractId const contract = stage.add_contract(provider, 5, 600.0);
    auto const c = static_cast<std::size_t>(contract);
    stage.market.contracts.is_in_force[c] = 0;
    stage.market.contracts.begins[c] = 60;
    stage.market.providers.guaranteed[StagedMarket::at(provider)] = 0;
    let_in(stage, 52);
    CHECK(stage.market.contracts.price[c] == Approx(630.0));
}

TEST_CASE("A contract is uplifted as it says, whatever the council would put into a new one")
{
    StagedMarket stage;
    set_block_share(stage.inputs, 0.0);
    set_lever(stage.inputs, &StrategyService::uplift_rule, static_cast<double>(UpliftRule::fixed));
    set_lever(stage.inputs, &StrategyService::uplift_fixed, 0.05);
    ContractId const contract = stage.add_contract(stage.provider(home, 0), 5, 600.0);
    PersonSlot const spot = stage.add_resident(0, home, Funding::council, stage.provider(home, 0), 500.0);
    set_lever(stage.inputs, &StrategyService::uplift_rule, static_cast<double>(UpliftRule::none));
    let_in(stage, 52);
    CHECK(stage.market.contracts.price[static_cast<std::size_t>(contract)] == Approx(630.0));
    CHECK(stage.market.people[0][spot].price == 500.0); // nobody has signed for it
}

TEST_CASE("When a contract ends its people stay where they are, bought on the spot at its last price")
{
    StagedMarket stage;
    set_block_share(stage.inputs, 0.0);
    ProviderId const provider = stage.provider(home, 0);
    ContractId const contract = stage.add_contract(provider, 3, 611.0, 7);
    PersonSlot const person = stage.add_resident(0, home, Funding::council, provider, 600.0, contract);
    let_in(stage, 6);
    CHECK(stage.market.people[0].contract[person] == contract);
    let_in(stage, 7);
    CHECK(stage.market.people[0].contract[person] == no_contract);
    CHECK(stage.market.people[0].provider[person] == provider);
    CHECK(stage.market.people[0][person].price == 611.0);
    auto const p = StagedMarket::at(provider);
    CHECK(stage.market.providers.guaranteed[p] == 0);
    CHECK(stage.market.providers.contract_used[p] == 0);
    CHECK(stage.market.providers.council_spot[p] == quarters_in_a_unit);
}

TEST_CASE("On 1 April contracts and the council's placements move by the council's rule, other payers' by cost")
{
    auto const prices_after = [](UpliftRule rule)
    {
        StagedMarket stage;
        set_block_share(stage.inputs, 0.0);
        set_lever(stage.inputs, &StrategyService::uplift_rule, static_cast<double>(rule));
        set_lever(stage.inputs, &StrategyService::uplift_fixed, 0.035);
        set_lever(stage.inputs, &StrategyService::uplift_pass_through, 1.0);
        ProviderId const provider = stage.provider(home, 0);
        ContractId const contract = stage.add_contract(provider, 3, 600.0);
        PersonSlot const spot = stage.add_resident(0, home, Funding::council, provider, 500.0);
        PersonSlot const self_funder = stage.add_resident(0, home, Funding::self_funder, provider, 800.0);
        stage.market.people[0][spot].charge = 100.0;
        let_in(stage, 51);
        CHECK(stage.market.people[0][spot].price == 500.0);
        let_in(stage, 52);
        CHECK(stage.market.people[0][spot].charge == Approx(102.7));
        double const rate =
            stage.market.commissioners.front().usual_rate[home] / stage.inputs.place.of[home].book_price;
        return std::array<double, 4>{stage.market.contracts.price[static_cast<std::size_t>(contract)] / 600.0,
                                     stage.market.people[0][spot].price / 500.0,
                                     stage.market.people[0][self_funder].price / 800.0, rate};
    };
    auto const none = prices_after(UpliftRule::none);
    CHECK(none[0] == 1.0);
    CHECK(none[1] == 1.0);
    CHECK(none[2] > 1.0);
    CHECK(none[3] == 1.0);
    auto const fixed = prices_after(UpliftRule::fixed);
    for (int const i : {0, 1, 3})
        CHECK(fixed[static_cast<std::size_t>(i)] == Approx(1.035));
    CHECK(fixed[2] == none[2]); // a self-funder's price has nothing to do with the council's rule
    auto const cpi = prices_after(UpliftRule::cpi);
    CHECK(cpi[0] == Approx(1.027));
    CHECK(cpi[1] == Approx(1.027));
}
