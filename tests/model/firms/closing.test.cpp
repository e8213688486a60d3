#include "model/firms/closing.hpp"

#include "model/identities.hpp"
#include "model/phases/quality.hpp"
#include "tests/support/staged_market.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

void inspect_now(StagedMarket& stage, ProviderId provider, double quality)
{
    auto const p = StagedMarket::at(provider);
    stage.market.providers.quality[p] = quality;
    stage.market.providers.inspection_left[p] = 0.0F;
    care_and_inspect(stage.market, stage.inputs, stage.week, stage.market.providers.locality[p]);
}

StagedMarket without_other_closures()
{
    StagedMarket stage;
    for (float& left : stage.market.providers.retirement_left)
        left += 100.0F;
    stage.inputs.behaviour.all.inadequate_patience = 2.0;
    return stage;
}

} // namespace

TEST_CASE("The regulator closes a provider judged inadequate as often in a row as it bears, and not before")
{
    StagedMarket stage = without_other_closures();
    ProviderId const provider = stage.provider(home, 0);
    inspect_now(stage, provider, -50.0);
    close_who_must(stage.market, stage.inputs, stage.week);
    CHECK(stage.market.providers.is_open(provider));
    inspect_now(stage, provider, -50.0);
    close_who_must(stage.market, stage.inputs, stage.week);
    CHECK_FALSE(stage.market.providers.is_open(provider));
    CHECK(stage.market.counts[0].areas[stage.market.area(home, 0)].forced_closures == 1);
    std::vector<Decision> const lines = stage.take_decisions();
    CHECK(std::any_of(lines.begin(), lines.end(),
                      [](Decision const& line) {
                          return line.kind == DecisionKind::provider_closes &&
                                 line.reason == Reason::forced_by_regulator;
                      }));
}

TEST_CASE("A better judgement between two inadequate ones begins the count anew")
{
    StagedMarket stage = without_other_closures();
    ProviderId const provider = stage.provider(home, 0);
    for (double const quality : {-50.0, 0.0, -50.0})
        inspect_now(stage, provider, quality);
    close_who_must(stage.market, stage.inputs, stage.week);
    CHECK(stage.market.providers.is_open(provider));
}

TEST_CASE("The council's own supply closes by its plan alone")
{
    StagedMarket stage = without_other_closures();
    ProviderId const own = stage.provider(home, 0);
    auto const p = StagedMarket::at(own);
    stage.market.providers.sector[p] = Sector::in_house;
    stage.market.providers.retirement_left[p] = -1.0F;
    stage.market.providers.times_inadequate[p] = 10;
    stage.market.books.pay(stage.market.account_of(own), accounts::owners, {Flow::dividend, home, Channel::spot, 0},
                           1e7);
    close_who_must(stage.market, stage.inputs, stage.week);
    CHECK(stage.market.providers.is_open(own));
}
