#include "model/brokerage/preferences.hpp"
#include "tests/model/management/managed.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

/// Visits to the two homes in a hundred years; the first is rated as requiring improvement, and neither is wanting.
std::array<double, 2> visits_by(Monitoring way)
{
    Managed managed({.standard = -9.0});
    set_lever(managed.stage.inputs, &StrategyService::monitoring, static_cast<double>(index_of(way)));
    managed.stage.inputs.behaviour.all.monitoring_risk = 3.0;
    managed.stage.market.providers.known_as[StagedMarket::at(managed.provider[0])] = Rating::requires_improvement;
    managed.live(100 * 52);
    return {static_cast<double>(managed.oversight(0).visits), static_cast<double>(managed.oversight(1).visits)};
}

} // namespace

TEST_CASE("By risk as many visits are made as uniformly, and more of them where there is reason to")
{
    auto const uniform = visits_by(Monitoring::uniform);
    auto const by_risk = visits_by(Monitoring::by_risk);
    // At 12 looks a year at most, and 4 planned, a month's visit is now and then two.
    CHECK(uniform[0] == Approx(400.0).epsilon(0.25));
    CHECK(uniform[1] == Approx(400.0).epsilon(0.25));
    CHECK(by_risk[0] + by_risk[1] == Approx(uniform[0] + uniform[1]).epsilon(0.15));
    CHECK(by_risk[0] > 1.9 * by_risk[1]);
}

TEST_CASE("Without visits, reports or time nobody sees what is wanting; each visit takes officers' time")
{
    Managed idle;
    idle.set_quality(0, -1.0);
    set_lever(idle.stage.inputs, &StrategyService::monitoring_visits, 0.0);
    idle.live(200);
    CHECK(idle.counts().visits == 0);
    CHECK(idle.oversight(0) == Oversight{});

    Managed busy;
    busy.set_quality(0, -1.0);
    busy.stage.market.commissioners.front().officer_weeks = 1.0;
    busy.stage.inputs.behaviour.all.visit_work = 0.4;
    busy.live(300); // officers' time is not renewed here
    CHECK(busy.counts().visits == 2);
    CHECK(busy.stage.market.commissioners.front().officer_weeks == Approx(0.2));
}

TEST_CASE("An announced visit sees a better face, and misses what an unannounced one finds")
{
    for (double const unannounced : {0.0, 1.0})
    {
        Managed managed;
        managed.stage.inputs.behaviour.all.best_face = 0.3;
        set_lever(managed.stage.inputs, &StrategyService::unannounced_visits, unannounced);
        managed.set_quality(0, -0.2);
        managed.look_at(0);
        CHECK((managed.oversight(0).rung == Rung::query) == (unannounced != 0.0));
    }
}

TEST_CASE("Own reports tell what is wanting without a visit, as far as providers do not praise themselves")
{
    auto const is_queried = [](double report, double praise, double unannounced)
    {
        Managed managed;
        managed.stage.inputs.behaviour.all.own_praise = praise;
        set_lever(managed.stage.inputs, &StrategyService::self_assessment, report);
        set_lever(managed.stage.inputs, &StrategyService::unannounced_visits, unannounced);
        managed.set_quality(0, -0.2);
        for (std::size_t n : {0U, 1U})
        {
            managed.oversight(n).is_watched = true;
            managed.oversight(n).visit_left = 100.0F; // no visit for long
        }
        managed.live(14);
        CHECK(managed.counts().visits == 0);
        CHECK(managed.counts().kpis_measured == (report != 0.0 ? 2 * kpi_count : 0));
        return managed.oversight(0).rung == Rung::query;
    };
    CHECK(is_queried(1.0, 0.0, 0.0));
    CHECK_FALSE(is_queried(0.0, 0.0, 0.0));
    CHECK_FALSE(is_queried(1.0, 0.5, 0.0));
    CHECK(is_queried(1.0, 0.5, 1.0)); // four unannounced visits a year keep them honest
}

TEST_CASE("What a visit finds is known where it is published, until the regulator's next judgement; else its rating is")
{
    for (double const publishes : {0.0, 1.0})
    {
        Managed managed;
        set_lever(managed.stage.inputs, &StrategyService::publishes_results, publishes);
        managed.set_quality(0, -1.5);
        auto const dislike = [&managed] {
            return dislike_beside_price(managed.stage.market, managed.stage.inputs.behaviour.all, 0,
                                        managed.provider[0], 0);
        };
        double const before = dislike();
        managed.look_at(0);
        CHECK((dislike() > before) == (publishes != 0.0));
        CHECK(managed.stage.market.providers.rating[StagedMarket::at(managed.provider[0])] == Rating::good);
    }
}

TEST_CASE("Posts and staff count among the indicators of a look")
{
    Managed managed({.least_kpis = 1.0});
    auto const p = StagedMarket::at(managed.provider[0]);
    BehaviourService& b = managed.stage.inputs.behaviour.of[Managed::home];
    managed.stage.market.providers.turnover[p] = b.quit_rate;
    managed.stage.market.providers.posts[p] = managed.stage.market.providers.staff[p];
    managed.look_at(0);
    CHECK(managed.oversight(0).rung == Rung::none);
    CHECK(managed.counts().kpis_met == managed.counts().kpis_measured);
    managed.stage.market.providers.turnover[p] = 2.0 * b.quit_rate;
    managed.look_at(0);
    CHECK(managed.oversight(0).rung == Rung::query);
}
