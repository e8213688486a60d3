#include "model/phases/brokerage.hpp"

#include "tests/support/staged_market.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

SmallPlace five_homes_each()
{
    SmallPlace place;
    place.providers = {{4.0, 5.0, 1.0}};
    return place;
}

/// One home for each step of the council's order, in the first town: a void in a block, a core contract of one place
/// with room for one more, a listed home, one that quotes, and the council's own; the later in the order, the cheaper.
struct AllSteps
{
    StagedMarket stage{five_homes_each()};
    std::array<PersonSlot, 6> seekers{}; ///< who has waited longest first
    ContractId block = no_contract;
    ContractId core = no_contract;
    ContractId framework = no_contract;
    ProviderId spot = no_provider;
    ProviderId own = no_provider;

    explicit AllSteps(CallOrder order)
    {
        Market& market = stage.market;
        stage.set_prices(home, 590.0, 800.0, 500.0);
        market.commissioners.front().usual_rate = {{16.0, 600.0, 650.0}};
        stage.fill_up(home);
        set_lever(stage.inputs, &StrategyService::call_order, static_cast<double>(index_of(order)));
        set_mix(stage.inputs.strategies.front().of[home], {.block = 0.2, .core = 0.2, .framework = 0.2});
        market.local[market.area(home, 0)].council_volume = 20.0;

        block = contract_of_home(0, 1, 1, 620.0, Channel::block);
        core = contract_of_home(1, 2, 1, 610.0, Channel::core);
        framework = contract_of_home(2, 1, 0, 600.0, Channel::framework);
        spot = stage.provider(home, 0, 3);
        stage.set_capacity(spot, 1);
        own = stage.provider(home, 0, 4);
        stage.set_capacity(own, 1);
        market.providers.sector[StagedMarket::at(own)] = Sector::in_house;
        market.providers.quote[StagedMarket::at(own)] = 580.0;
        market.providers.reservation[StagedMarket::at(own)] = 0.0;
        for (std::size_t i = 0; i < seekers.size(); ++i)
        {
            seekers[i] = stage.add_seeker(0, home, Funding::council);
            market.people[0][seekers[i]].weeks_waiting = static_cast<std::uint16_t>(10 - i);
        }
    }

    ContractId contract_of_home(std::size_t n, int beds, int guaranteed, double price, Channel kind)
    {
        ProviderId const provider = stage.provider(home, 0, n);
        stage.market.providers.quote[StagedMarket::at(provider)] = 900.0; // nothing on the spot
        stage.set_capacity(provider, beds);
        return stage.add_contract(provider, guaranteed, price, 400, kind);
    }

    /// Prices in the order of who has waited longest.
    std::array<double, 6> prices()
    {
        place_people(stage.market, stage.inputs, stage.week, in_order);
        std::array<double, 6> prices{};
        for (std::size_t i = 0; i < seekers.size(); ++i)
            prices[i] = stage.market.people[0][seekers[i]].price;
        return prices;
    }
};

} // namespace

TEST_CASE(
    "Contracts first: block voids, core to its guarantee, core beyond it, framework, spot, the council's own last")
{
    AllSteps all(CallOrder::contracts_first);
    CHECK(all.prices() == std::array{620.0, 610.0, 610.0, 600.0, 590.0, 580.0});
    People const& people = all.stage.market.people[0];
    CHECK(people.contract[all.seekers[0]] == all.block);
    CHECK(people.contract[all.seekers[1]] == all.core);
    CHECK(people.contract[all.seekers[2]] == all.core);
    CHECK(people.contract[all.seekers[3]] == all.framework);
    CHECK(people.contract[all.seekers[4]] == no_contract);
    CHECK(people.provider[all.seekers[4]] == all.spot);
    CHECK(people.provider[all.seekers[5]] == all.own);
}

TEST_CASE("Cheapest first: guarantees are paid for and come first, then whoever asks least")
{
    AllSteps all(CallOrder::cheapest_first);
    CHECK(all.prices() == std::array{620.0, 610.0, 580.0, 590.0, 600.0, 610.0});
}

TEST_CASE("In-house first: the council's own places, then as contracts first")
{
    AllSteps all(CallOrder::in_house_first);
    CHECK(all.prices() == std::array{580.0, 620.0, 610.0, 610.0, 600.0, 590.0});
}

TEST_CASE("The ledger says by which step care began")
{
    AllSteps all(CallOrder::contracts_first);
    all.prices();
    std::array<Reason, 6> const expected{Reason::block_void, Reason::core_guarantee, Reason::core_beyond,
                                         Reason::framework,  Reason::spot_quote,     Reason::in_house};
    People const& people = all.stage.market.people[0];
    int found = 0;
    for (Decision const& line : all.stage.take_decisions())
        for (std::size_t i = 0; i < expected.size(); ++i)
            if (line.kind == DecisionKind::care_begins && line.subject == people[all.seekers[i]].key)
            {
                CHECK(line.reason == expected[i]);
                ++found;
            }
    CHECK(found == 6);
}
