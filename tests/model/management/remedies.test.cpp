#include "tests/model/management/managed.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

/// By how much the home's pay rises after a look that found it wanting, where pay mends care fast.
double rise_after_look(ManagementClause const& clause, double pay_effect = 20.0)
{
    Managed managed(clause);
    BehaviourAll& b = managed.stage.inputs.behaviour.all;
    b.visit_noise = 0.05;
    b.largest_remedy = 0.1;
    managed.stage.inputs.behaviour.of[Managed::home].quality_pay = pay_effect;
    managed.set_quality(0, -0.3);
    double const& wage = managed.stage.market.providers.wage[StagedMarket::at(managed.provider[0])];
    double const before = wage;
    managed.look_at(0);
    REQUIRE(managed.oversight(0).rung == Rung::query);
    CHECK((managed.counts().remedies > 0.0) == (wage > before));
    return wage / before - 1.0;
}

} // namespace

TEST_CASE("A provider that stands to lose much raises pay to cure; one that loses little pays the sanction")
{
    CHECK(rise_after_look({.sanction = 0.5, .style = ManagementStyle::punitive}) > 0.01);
    CHECK(rise_after_look({.sanction = 0.001, .style = ManagementStyle::punitive}) == 0.0);
    CHECK(rise_after_look({.sanction = 0.0, .style = ManagementStyle::punitive}) == 0.0);
    // As the evidence has it, pay mends care slowly: no contract is worth it.
    CHECK(rise_after_look({.sanction = 0.1, .style = ManagementStyle::punitive}, 1.0) == 0.0);
}

TEST_CASE("Bidders ask for what they expect sanctions to take, a poor one more than a good one")
{
    auto const asked = [](double share)
    {
        StagedMarket stage;
        stage.seek(Managed::home, 20.0, {.block = 0.4});
        set_lever(stage.inputs, &StrategyService::sanction_share, share);
        set_lever(stage.inputs, &StrategyService::monitoring_visits, 4.0);
        set_lever(stage.inputs, &StrategyService::cure_weeks, 13.0);
        set_lever(stage.inputs, &StrategyService::management_style, 1.0);
        set_lever(stage.inputs, &StrategyService::quality_standard, 0.0);
        stage.inputs.behaviour.all.visit_noise = 0.5;
        stage.inputs.behaviour.all.best_face = 0.0;
        stage.inputs.behaviour.all.risk_aversion = 0.0;
        std::array<EntityKey, 2> keys{};
        for (std::size_t n = 0; n < 2; ++n)
        {
            ProviderId const provider = stage.provider(Managed::home, 0, n);
            auto const p = StagedMarket::at(provider);
            stage.set_capacity(provider, 40);
            keys[n] = stage.market.providers.key[p];
            stage.market.providers.efficiency[p] = 1.0;
            stage.market.providers.quality[p] = n == 0 ? 3.0 : -0.5;
        }
        let_in(stage, 0);
        std::array<double, 2> result{};
        for (Decision const& line : stage.take_decisions())
            for (std::size_t n = 0; n < 2; ++n)
                if (line.kind == DecisionKind::bid_made && line.subject == keys[n])
                    result[n] = line.amount;
        return result;
    };
    auto const plain = asked(0.0);
    auto const under = asked(0.2);
    REQUIRE(plain[0] > 0.0);
    CHECK(under[0] == Approx(plain[0]).epsilon(1e-6));
    ManagementClause const clause{
        .standard = 0.0, .cure = 13, .sanction = 0.2, .style = ManagementStyle::punitive, .looks = 4.0};
    double const lost = expected_sanction(clause, chance_of_finding(-0.5, 0.0, 0.5));
    CHECK(lost > 0.05);
    CHECK(under[1] == Approx(plain[1] / (1.0 - lost)).epsilon(1e-6));
}
