#include "model/phases/brokerage.hpp"

#include "tests/support/staged_phases.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

/// What is called off contracts without a promise: core providers beyond their guarantee, and frameworks.
namespace
{

constexpr Service home = Service::residential;

StagedMarket full_homes_with_mix()
{
    StagedMarket stage = full_homes();
    set_lever(stage.inputs, &StrategyService::spot_limit, 0.3); // nobody is bought for on the spot
    set_lever(stage.inputs, &StrategyService::spot_limit_rise, 0.0);
    set_mix(stage.inputs.strategies.front().of[home], {.core = 0.2, .framework = 0.2});
    stage.market.local[stage.market.area(home, 0)].council_volume = 20.0;
    return stage;
}

int placed(StagedMarket& stage, std::vector<PersonSlot> const& seekers)
{
    place(stage);
    int count = 0;
    for (PersonSlot const seeker : seekers)
        count += stage.market.people[0].is_in_care(seeker);
    return count;
}

std::vector<PersonSlot> seekers(StagedMarket& stage, int count)
{
    std::vector<PersonSlot> all;
    for (int i = 0; i < count; ++i)
        all.push_back(stage.add_seeker(0, home, Funding::council));
    return all;
}

} // namespace

TEST_CASE("A core provider takes anybody up to its guarantee, and beyond it nobody below its reservation price")
{
    for (double const reservation : {610.0, 610.5})
    {
        StagedMarket stage = full_homes_with_mix();
        ProviderId const provider = stage.provider(home, 0);
        stage.set_capacity(provider, 10);
        ContractId const core = stage.add_contract(provider, 2, 610.0, 400, Channel::core);
        stage.market.providers.reservation[StagedMarket::at(provider)] = reservation;
        CHECK(placed(stage, seekers(stage, 5)) == (reservation <= 610.0 ? 5 : 2));
        CHECK(stage.market.contracts.used[static_cast<std::size_t>(core)] ==
              (reservation <= 610.0 ? 5 : 2) * quarters_in_a_unit);
    }
}

TEST_CASE("Beyond the full-price volume a core provider weighs the discounted price against its reservation price")
{
    StagedMarket stage = full_homes_with_mix();
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 10);
    auto const core = static_cast<std::size_t>(stage.add_contract(provider, 1, 610.0, 400, Channel::core));
    stage.market.contracts.terms[core].discount = 0.1;
    stage.market.contracts.full_until[core] = 3 * quarters_in_a_unit;
    stage.market.providers.reservation[StagedMarket::at(provider)] = 0.95 * 610.0;
    CHECK(placed(stage, seekers(stage, 2)) == 2);
    CHECK(placed(stage, seekers(stage, 1)) == 1);
    CHECK(placed(stage, seekers(stage, 1)) == 0); // three units are full
}

TEST_CASE("The listed provider of the best score is called first, whatever its price")
{
    StagedMarket stage = full_homes_with_mix();
    ProviderId const better = stage.provider(home, 0, 0);
    ProviderId const cheaper = stage.provider(home, 0, 1);
    stage.set_capacity(better, 1);
    stage.set_capacity(cheaper, 1);
    ContractId const first = stage.add_contract(better, 0, 620.0, 400, Channel::framework);
    ContractId const second = stage.add_contract(cheaper, 0, 580.0, 400, Channel::framework);
    stage.market.contracts.score[static_cast<std::size_t>(first)] = 0.9;
    stage.market.contracts.score[static_cast<std::size_t>(second)] = 0.8;
    std::vector<PersonSlot> const both = seekers(stage, 2);
    stage.market.people[0][both[0]].weeks_waiting = 1;
    CHECK(placed(stage, both) == 2);
    CHECK(stage.market.people[0].contract[both[0]] == first);
    CHECK(stage.market.people[0].contract[both[1]] == second);
}

TEST_CASE("A listed provider refuses a person at a price below its reservation price")
{
    StagedMarket stage = full_homes_with_mix();
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 5);
    stage.add_contract(provider, 0, 560.0, 400, Channel::framework);
    stage.market.providers.reservation[StagedMarket::at(provider)] = 561.0;
    std::vector<PersonSlot> const one = seekers(stage, 1);
    CHECK(placed(stage, one) == 0);
    stage.market.providers.reservation[StagedMarket::at(provider)] = 560.0;
    CHECK(placed(stage, one) == 1);
}

TEST_CASE("Once a framework holds its planned share of the volume it is called no more")
{
    StagedMarket stage = full_homes_with_mix(); // a fifth of 20 beds
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 10);
    ContractId const listed = stage.add_contract(provider, 0, 600.0, 400, Channel::framework);
    for (int i = 0; i < 3; ++i)
        stage.add_resident(0, home, Funding::council, provider, 600.0, listed);
    CHECK(placed(stage, seekers(stage, 1)) == 1);
    CHECK(placed(stage, seekers(stage, 1)) == 0);
}

TEST_CASE("A contract on which notice has been given is called no more")
{
    for (Channel const kind : {Channel::block, Channel::core, Channel::framework})
    {
        StagedMarket stage = full_homes_with_mix();
        ProviderId const provider = stage.provider(home, 0);
        stage.set_capacity(provider, 5);
        ContractId const contract = stage.add_contract(provider, kind == Channel::framework ? 0 : 2, 600.0, 400, kind);
        stage.market.contracts.is_handed_back[static_cast<std::size_t>(contract)] = 1;
        CHECK(placed(stage, seekers(stage, 1)) == 0);
        stage.market.contracts.is_handed_back[static_cast<std::size_t>(contract)] = 0;
        CHECK(placed(stage, seekers(stage, 1)) == 1);
    }
}
