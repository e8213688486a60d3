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

// The council closes its own before the week's care is given; who leaves in that week is still with it.
TEST_CASE("When the council closes its own supply, who leaves this week anyhow leaves from there")
{
    StagedMarket stage = without_other_closures();
    ProviderId const own = stage.provider(home, 0);
    auto const p = StagedMarket::at(own);
    stage.market.providers.sector[p] = Sector::in_house;
    PersonSlot const leaver = stage.add_resident(0, home, Funding::council, own, 600.0);
    PersonSlot const stayer = stage.add_resident(0, home, Funding::council, own, 600.0);
    stage.market.people[0].leave(leaver, 3);
    close_provider(stage.market, stage.week, own, Reason::planned);
    CHECK(stage.market.people[0].is_waiting(stayer));
    CHECK(stage.market.people[0].provider[leaver] == own);
    CHECK(stage.market.providers.occupied[p] == quarters_in_a_unit);
    CHECK(stage.market.providers.council_spot[p] == quarters_in_a_unit);
    for (Decision const& line : stage.take_decisions())
        if (line.kind == DecisionKind::care_ends || line.kind == DecisionKind::provider_closes)
            CHECK(line.day == 0);
}
