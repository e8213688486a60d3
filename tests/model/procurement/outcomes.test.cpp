#include "model/procurement/outcomes.hpp"

#include "tests/support/staged_phases.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

/// A home paid 600 pounds a week for two people under a contract, part of it for outcomes.
struct PaidByResults
{
    StagedMarket stage;
    std::size_t provider;
    std::size_t contract;

    explicit PaidByResults(double share)
    {
        set_lever(stage.inputs, &StrategyService::outcome_share, share);
        stage.inputs.behaviour.all.outcome_noise = 0.0;
        ProviderId const id = stage.provider(home, 0);
        provider = StagedMarket::at(id);
        ContractId const signed_for = stage.add_contract(id, 2, 600.0);
        contract = static_cast<std::size_t>(signed_for);
        stage.market.contracts.begins[contract] = -20;
        for (int i = 0; i < 2; ++i)
            stage.add_resident(0, home, Funding::council, id, 600.0, signed_for);
    }

    /// What the council pays for the week after a judgement [pence].
    Pence paid_with(double quality)
    {
        stage.market.providers.quality[provider] = quality;
        judge_outcomes(stage.market, stage.inputs, stage.week);
        pay_for_delivery(stage.market, stage.inputs, stage.week, in_order);
        return stage.posted(Flow::care_used, home, Channel::block, 0);
    }
};

/// What the first two homes of a town ask for the same 8 beds, the first better and the second worse than the target.
std::array<double, 2> asked_by_quality(double share, double noise)
{
    StagedMarket stage;
    stage.seek(home, 20.0, {.block = 0.4});
    set_lever(stage.inputs, &StrategyService::outcome_share, share);
    stage.inputs.behaviour.all.outcome_noise = noise;
    stage.inputs.behaviour.all.risk_aversion = 0.0;
    std::array<EntityKey, 2> keys{};
    for (std::size_t n = 0; n < 2; ++n)
    {
        ProviderId const provider = stage.provider(home, 0, n);
        auto const p = StagedMarket::at(provider);
        stage.set_capacity(provider, 40);
        keys[n] = stage.market.providers.key[p];
        stage.market.providers.efficiency[p] = 1.0;
        stage.market.providers.quality[p] = n == 0 ? 1.0 : -1.0;
    }
    let_in(stage, 0);
    std::array<double, 2> asked{};
    for (Decision const& line : stage.take_decisions())
        for (std::size_t n = 0; n < 2; ++n)
            if (line.kind == DecisionKind::bid_made && line.subject == keys[n])
                asked[n] = line.amount;
    return asked;
}

} // namespace

TEST_CASE("Where outcomes are missed their part of the price is withheld for a quarter, and where reached all is paid")
{
    CHECK(PaidByResults(0.4).paid_with(0.1) == 120000);
    CHECK(PaidByResults(0.4).paid_with(-0.1) == 72000);
    CHECK(PaidByResults(0.0).paid_with(-3.0) == 120000); // the null: nothing is paid for outcomes
}

TEST_CASE("What is withheld is counted, and is paid again when the outcome is reached again")
{
    PaidByResults paid(0.4);
    CHECK(paid.paid_with(-1.0) == 72000);
    CHECK(paid.stage.market.counts[0].areas[paid.stage.market.area(home, 0)].outcome_withheld == 48000);
    CHECK(paid.paid_with(1.0) == 72000 + 120000);
}

TEST_CASE("A contract is not judged before it has run")
{
    PaidByResults paid(0.4);
    paid.stage.market.contracts.begins[paid.contract] = paid.stage.week.number;
    CHECK(paid.paid_with(-1.0) == 120000);
}

TEST_CASE("A home that will miss the outcome asks for as much more as it expects to lose, and so a better one wins")
{
    auto const plain = asked_by_quality(0.0, 0.0);
    REQUIRE(plain[0] > 0.0);
    auto const by_results = asked_by_quality(0.4, 0.0);
    CHECK(by_results[0] == Approx(plain[0])); // sure of all its price
    CHECK(by_results[1] == Approx(plain[1] / 0.6));
    // Measured so badly that quality hardly shows, both ask for it in equal parts: all the council buys is noise.
    auto const by_noise = asked_by_quality(0.4, 1000.0);
    CHECK(by_noise[0] == Approx(plain[0] / 0.8).epsilon(0.001));
    CHECK(by_noise[1] == Approx(plain[1] / 0.8).epsilon(0.001));
}
