#include "model/phases/provider_strategy.hpp"

#include "model/identities.hpp"
#include "model/phases/quality.hpp"
#include "tests/support/staged_market.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <tuple>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

/// A home with council people on a contract and on the spot, and a self-funder.
struct HomeInTrouble
{
    StagedMarket stage;
    ProviderId provider = stage.provider(home, 0);
    ContractId contract = stage.add_contract(provider, 2, 600.0);
    PersonSlot on_contract = stage.add_resident(0, home, Funding::council, provider, 600.0, contract);
    PersonSlot on_spot = stage.add_resident(1, home, Funding::council, provider, 620.0);
    PersonSlot self_funder = stage.add_resident(0, home, Funding::self_funder, provider, 800.0);

    void decide()
    {
        for (float& left : stage.market.providers.retirement_left)
            left += 100.0F; // nobody else retires
        stage.market.providers.retirement_left[StagedMarket::at(provider)] -= retires ? 1000.0F : 0.0F;
        stage.market.days_since_accounts = 28;
        decide_as_providers(stage.market, stage.inputs, stage.week);
    }
    bool retires = false;
};

} // namespace

TEST_CASE("A provider that closes displaces all its people, ends its contracts and settles its account")
{
    HomeInTrouble trouble;
    trouble.retires = true;
    trouble.decide();
    Market const& market = trouble.stage.market;
    CHECK_FALSE(market.providers.is_open(trouble.provider));
    CHECK(market.people[0].is_waiting(trouble.on_contract));
    CHECK(market.people[0].contract[trouble.on_contract] == no_contract);
    CHECK(market.people[1].is_waiting(trouble.on_spot));
    CHECK(market.people[0].is_waiting(trouble.self_funder));
    CHECK(market.people[0][trouble.on_contract].is_displaced);
    CHECK(market.people[1][trouble.on_spot].is_displaced);
    CHECK(market.contracts.is_empty(trouble.contract));
    CHECK(market.books.balance(market.account_of(trouble.provider)) == 0);
    CHECK(market.counts[0].areas[market.area(home, 0)].exits == 1);
    CHECK(market.counts[0].areas[market.area(home, 0)].displaced == 2);
    CHECK(market.counts[0].areas[market.area(home, 1)].displaced == 1);
    auto const& open = market.providers_of[market.area(home, 0)];
    CHECK(std::find(open.begin(), open.end(), trouble.provider) == open.end());
    CHECK(broken_identities(market).empty());
}

TEST_CASE("A provider whose cash is below what lenders bear closes, and with cash it does not")
{
    HomeInTrouble sound;
    sound.decide();
    CHECK(sound.stage.market.providers.is_open(sound.provider));

    HomeInTrouble broke;
    Market& market = broke.stage.market;
    market.books.pay(market.account_of(broke.provider), accounts::owners, {Flow::dividend, home, Channel::spot, 0},
                     10'000'000.0);
    broke.decide();
    CHECK_FALSE(market.providers.is_open(broke.provider));
    std::vector<Decision> const lines = broke.stage.take_decisions();
    CHECK(std::any_of(lines.begin(), lines.end(),
                      [](Decision const& line)
                      { return line.kind == DecisionKind::provider_closes && line.reason == Reason::out_of_cash; }));
    CHECK(market.books.sum_posted(0) == 0);
}

TEST_CASE("A provider closes for worth only after its patience: quarters in a row in which closing was worth more")
{
    HomeInTrouble trouble;
    Market& market = trouble.stage.market;
    auto const p = StagedMarket::at(trouble.provider);
    trouble.stage.inputs.behaviour.of[home].closing_value = 500'000.0;
    trouble.stage.inputs.behaviour.of[home].patience = 3.0;
    for (int quarter = 1; quarter <= 3; ++quarter)
    {
        CHECK(market.providers.is_open(trouble.provider));
        trouble.decide();
        if (quarter < 3)
            CHECK(market.providers.quarters_unviable[p] == quarter);
    }
    CHECK_FALSE(market.providers.is_open(trouble.provider));
}

TEST_CASE("Firms enter where they expect the return they ask for, after the lead, and nowhere else")
{
    for (double const hurdle : {0.0, 1.0})
    {
        StagedMarket stage;
        stage.inputs.behaviour.of[home].entry_hurdle = hurdle;
        stage.inputs.behaviour.of[home].entrants_considered = 20.0; // somebody looks every quarter
        stage.inputs.behaviour.of[home].entry_lead = 8.0;
        stage.inputs.behaviour.of[home].entry_cost = 75'000.0;
        for (LocalMarket& local : stage.market.local)
            local.waiting = 300.0;
        for (double& price : stage.market.providers.earned_elsewhere)
            price = 900.0;
        stage.market.days_since_accounts = 28;
        decide_as_providers(stage.market, stage.inputs, stage.week);
        LocalMarket const& local = stage.market.local[stage.market.area(home, 0)];
        if (hurdle == 0.0)
            CHECK(local.opens_in_week == 8);
        else
            CHECK(local.opens_in_week == never);
        CHECK(stage.market.counts[0].areas[stage.market.area(home, 0)].entries == 0);
        stage.week = Clock(2016).week(13); // the next to open a month after week 8
        stage.market.days_since_accounts = 28;
        decide_as_providers(stage.market, stage.inputs, stage.week);
        CHECK(stage.market.counts[0].areas[stage.market.area(home, 0)].entries == (hurdle == 0.0 ? 1 : 0));
    }
}

TEST_CASE("The n-th entrant of a locality is the same firm whenever it opens, and not the one before it")
{
    auto const entrant_of_week = [](std::int32_t week, std::uint32_t n)
    {
        StagedMarket stage;
        stage.week = Clock(2016).week(week);
        REQUIRE(stage.week.opens_month);
        LocalMarket& local = stage.market.local[stage.market.area(home, 1)];
        local.opens_in_week = week;
        local.entries = n;
        for (float& left : stage.market.providers.retirement_left)
            left += 100.0F;
        std::size_t const before = stage.market.providers.key.size();
        decide_as_providers(stage.market, stage.inputs, stage.week);
        Providers const& all = stage.market.providers;
        REQUIRE(all.key.size() == before + 1);
        CHECK(local.entries == n + 1);
        return std::tuple{all.key.back(), all.size.back(), all.efficiency.back(), all.quality_level.back()};
    };
    CHECK(entrant_of_week(82, 0) == entrant_of_week(95, 0));
    CHECK(entrant_of_week(82, 0) != entrant_of_week(82, 1));
}

TEST_CASE("Prices and accounts rest between month ends")
{
    StagedMarket stage;
    stage.week = Clock(2016).week(1);
    std::vector<double> const quotes = stage.market.providers.quote;
    stage.market.world.price_level = 2.0;
    stage.market.days_since_accounts = 7;
    decide_as_providers(stage.market, stage.inputs, stage.week);
    CHECK(stage.market.providers.quote == quotes);
    CHECK(stage.market.days_since_accounts == 7);
}

TEST_CASE("Without noise, at outside pay and usual turnover, quality settles at the provider's own level")
{
    StagedMarket stage;
    BehaviourService& b = stage.inputs.behaviour.of[home];
    b.quality_noise = 0.0;
    auto const p = StagedMarket::at(stage.provider(home, 0));
    Providers& all = stage.market.providers;
    all.wage[p] = stage.market.world.outside_wage;
    all.turnover[p] = b.quit_rate;
    all.quality[p] = all.quality_level[p] - 1.0;
    double gap = 1.0;
    for (int month = 0; month < 60; ++month)
    {
        care_and_inspect(stage.market, stage.inputs, stage.week, 0); // week 0 opens a month
        double const now = all.quality_level[p] - all.quality[p];
        REQUIRE(now < gap);
        gap = now;
    }
    CHECK(gap < 0.25);
    CHECK(gap > 0.0);
}

TEST_CASE("Inspections come at their rate and publish what the inspector saw")
{
    StagedMarket stage;
    stage.inputs.behaviour.all.inspection_rate = 4.0;
    stage.inputs.behaviour.all.inspection_risk = 1.0;
    stage.inputs.behaviour.all.inspection_noise = 0.0;
    for (BehaviourService& b : stage.inputs.behaviour.of)
        b.quality_noise = 0.0;
    for (int month = 0; month < 120; ++month)
        for (std::size_t block = 0; block < 3; ++block)
            care_and_inspect(stage.market, stage.inputs, stage.week, block);
    Providers const& all = stage.market.providers;
    double inspections = 0.0;
    for (std::size_t p = 0; p < all.key.size(); ++p)
    {
        inspections += all.inspections[p];
        CHECK(all.is_rated[p]);
    }
    double const expected = 40.0 * static_cast<double>(all.key.size()); // four a year for ten years
    CHECK(inspections == Approx(expected).epsilon(0.2));                // a threshold crossed within a month is lost
    CHECK(inspections < expected);
    // A provider of very low quality is rated inadequate at its next inspection.
    stage.market.providers.quality.front() = -50.0;
    stage.market.providers.inspection_left.front() = 0.0F;
    for (std::size_t block = 0; block < 3; ++block)
        care_and_inspect(stage.market, stage.inputs, stage.week, block);
    CHECK(all.rating.front() == Rating::inadequate);
}
