#include "model/demand/prevention.hpp"

#include "tests/model/demand/at_home.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

/// A town to which people come for two years, with a fund that has built up before.
struct Fund
{
    AtHome home{true};
    std::set<EntityKey> came;

    explicit Fund(double spend, double effect = 0.005)
    {
        home.stage.inputs.strategies.front().all.prevention_spend = spend;
        home.behaviour().prevention_effect = effect;
        home.behaviour().prevention_limit = 0.9;
        for (double& built_up : home.stage.market.prevention)
            built_up = spend;
        for (int i = 0; i < 104; ++i)
        {
            home.live(1);
            for (PersonSlot p = 0; p < home.people.size(); ++p)
                if (!home.people.is_empty(p) && home.people[p].funding == Funding::council)
                    came.insert(home.people[p].key);
        }
    }
};

} // namespace

TEST_CASE("Prevention spares some of the council's people their need, the same under any fund and more under a larger")
{
    Fund const none(0.0);
    Fund const some(50.0);
    Fund const more(200.0);
    REQUIRE(none.came.size() > 20);
    CHECK(some.came.size() < none.came.size());
    CHECK(more.came.size() < some.came.size());
    CHECK(std::includes(none.came.begin(), none.came.end(), some.came.begin(), some.came.end()));
    CHECK(std::includes(some.came.begin(), some.came.end(), more.came.begin(), more.came.end()));
    CHECK(none.home.counts().prevented == 0);
}

TEST_CASE("A fund that has no effect spares nobody, and costs the same")
{
    Fund const none(0.0);
    Fund const vain(50.0, 0.0);
    CHECK(vain.came == none.came);
    CHECK(none.home.invested() == 0.0);
    CHECK(vain.home.invested() > 0.0);
}

TEST_CASE("The fund costs what is spent for each older person, day by day")
{
    AtHome home;
    home.stage.inputs.strategies.front().all.prevention_spend = 10.0;
    home.live(1);
    double const people = older_people(home.stage.inputs, home.stage.week, 0);
    REQUIRE(people > 100.0);
    CHECK(home.invested() == Approx(10.0 * people * 7.0 / 365.25).margin(0.01));
}

TEST_CASE("It acts as it builds up, and goes on for a while when nothing is spent any more")
{
    AtHome home;
    home.behaviour().prevention_lag = 10.0;
    home.stage.inputs.strategies.front().all.prevention_spend = 100.0;
    home.live(1);
    double const at_first = share_prevented(home.stage.market, home.stage.inputs, 0);
    home.live(40);
    double const then = share_prevented(home.stage.market, home.stage.inputs, 0);
    CHECK(at_first > 0.0);
    CHECK(then > 5.0 * at_first);
    home.stage.inputs.strategies.front().all.prevention_spend = 0.0;
    home.live(1);
    CHECK(share_prevented(home.stage.market, home.stage.inputs, 0) > 0.8 * then);
    home.live(60);
    CHECK(share_prevented(home.stage.market, home.stage.inputs, 0) < 0.05 * then);
}
