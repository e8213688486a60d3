#include "model/demand/reablement.hpp"

#include "tests/model/demand/at_home.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

/// A town to which people come for a year, of whom a share are reabled.
struct Year
{
    AtHome home{true};

    explicit Year(double share)
    {
        home.levers().reablement_share = share;
        home.live(52);
    }
};

/// Who was reabled in the year, by what the ledger says was paid.
std::set<EntityKey> reabled_in(AtHome& home)
{
    std::set<EntityKey> who;
    for (Decision const& line : home.stage.take_decisions())
        if (line.kind == DecisionKind::support_paid && line.reason == Reason::reablement)
            who.insert(line.subject);
    return who;
}

/// One person of ten hours who is being reabled from the first week.
struct Reabled
{
    AtHome home;
    PersonSlot person = 0;

    Reabled(double success, double reduction)
    {
        home.levers().reablement_share = 1.0;
        home.behaviour().reablement_success = success;
        home.behaviour().reablement_reduction = reduction;
        home.behaviour().reablement_weeks = 6.0;
        home.behaviour().reablement_lasts = 20.0;
        person = home.add_seeker(10);
        home.people.seeking.clear();
        home.people[person].source = Source::hospital;
        REQUIRE(begin_reablement(home.stage.market, home.stage.inputs, home.stage.week, 0, person));
    }
};

} // namespace

TEST_CASE("Nobody is reabled where the council reables nobody, and then nothing is paid for it")
{
    Year none(0.0);
    CHECK(none.home.counts().reabled == 0);
    CHECK(none.home.invested() == 0.0);
    CHECK(reabled_in(none.home).empty());
}

TEST_CASE("A higher share reables the same people and more, and never who buys alone, pays alone or comes for a bed")
{
    Year some(0.4);
    Year more(0.7);
    std::set<EntityKey> const of_some = reabled_in(some.home);
    std::set<EntityKey> const of_more = reabled_in(more.home);
    REQUIRE(of_some.size() > 10);
    CHECK(of_more.size() > of_some.size());
    CHECK(std::includes(of_more.begin(), of_more.end(), of_some.begin(), of_some.end()));
    AtHome all(true);
    all.levers().reablement_share = 1.0;
    all.stage.inputs.place.of[AtHome::care].direct_payment_share = 1.0;
    all.live(20);
    CHECK(reabled_in(all).empty());
}

TEST_CASE("Each who is reabled costs an episode, at the pay of the day")
{
    AtHome home(true);
    home.levers().reablement_share = 1.0;
    home.behaviour().reablement_cost = 2000.0;
    home.stage.market.world.outside_wage_level = 1.1;
    home.live(3);
    double paid = 0.0;
    for (Decision const& line : home.stage.take_decisions())
        if (line.kind == DecisionKind::support_paid)
        {
            CHECK(line.amount == Approx(2200.0));
            paid += line.amount;
        }
    REQUIRE(paid > 0.0);
    double posted = 0.0;
    for (std::size_t at = 0; at < home.stage.market.locality_count(); ++at)
        posted += to_pounds(home.stage.posted(Flow::invest_to_save, AtHome::care, Channel::spot, at));
    CHECK(posted == Approx(paid));
}

TEST_CASE("Who is reabled is neither in hospital nor in anybody's way: no provider, no queue, no delayed day")
{
    Reabled one(0.0, 0.3);
    one.home.live(5);
    CHECK(one.home.people[one.person].is_apart);
    CHECK_FALSE(one.home.people.is_waiting(one.person));
    CHECK_FALSE(one.home.people.is_in_care(one.person));
    CHECK(one.home.counts().waiting_person_days == 0);
    CHECK(one.home.counts().hospital_person_days == 0);
}

TEST_CASE("Who is not spared homecare needs less of it after six weeks")
{
    Reabled one(0.0, 0.3);
    one.home.live(7);
    REQUIRE(one.home.people.is_in_care(one.person));
    CHECK(one.home.people[one.person].need == 28);
    CHECK(one.home.people[one.person].assessed_need == 28);
    CHECK(one.home.counts().spared == 0);
}

TEST_CASE("Who is spared homecare manages without for a while, and then comes with all of the need")
{
    Reabled one(1.0, 0.3);
    one.home.live(26);
    CHECK(one.home.people[one.person].is_apart);
    one.home.live(1);
    REQUIRE(one.home.people.is_in_care(one.person));
    CHECK(one.home.people[one.person].need == 40);
}

TEST_CASE("Where reablement does nothing, people come six weeks later with the need they had: all it brings is delay")
{
    Reabled one(0.0, 0.0);
    one.home.live(7);
    REQUIRE(one.home.people.is_in_care(one.person));
    CHECK(one.home.people[one.person].need == 40);
}

TEST_CASE("Who dies while reabled is gone, and no date calls them back")
{
    Reabled one(1.0, 0.0);
    one.home.people.stay_left[one.person] = 0.0F;
    one.home.live(1);
    CHECK(one.home.people.is_empty(one.person));
    one.home.live(30);
    CHECK(one.home.people.is_empty(one.person));
}
