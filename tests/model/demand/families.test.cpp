#include "model/demand/families.hpp"

#include "tests/model/demand/at_home.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <vector>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

/// Some people of ten hours each, and some of forty.
struct Families
{
    AtHome home;
    std::vector<PersonSlot> ten;
    std::vector<PersonSlot> forty;

    Families(double share, double rate, int count = 200)
    {
        home.levers().family_share = share;
        home.behaviour().breakdown_rate = rate;
        for (int i = 0; i < count; ++i)
        {
            ten.push_back(home.add_seeker(10));
            forty.push_back(home.add_seeker(40));
        }
    }

    [[nodiscard]] std::size_t given_up(std::vector<PersonSlot> const& of) const
    {
        return static_cast<std::size_t>(std::count_if(of.begin(), of.end(),
                                                      [&](PersonSlot p) {
                                                          return home.people[p].needs_home ||
                                                                 home.people[p].assessed == Service::residential;
                                                      }));
    }
};

} // namespace

TEST_CASE("Packages are smaller by what families are asked to do, and as assessed where they are asked for nothing")
{
    Families asked(0.25, 0.0, 1);
    asked.home.live(1);
    CHECK(asked.home.people[asked.ten[0]].need == 30);
    CHECK(asked.home.people[asked.ten[0]].family_care == 10);
    CHECK(asked.home.people[asked.ten[0]].assessed_need == 40);
    CHECK(asked.home.people[asked.forty[0]].need == 120);
    Families none(0.0, 0.1, 1);
    none.home.live(1);
    CHECK(none.home.people[none.ten[0]].need == 40);
    CHECK(none.home.people.supported.empty());
}

TEST_CASE("People who buy alone, and those who lost a place, have the package that they had")
{
    Families asked(0.25, 0.0, 1);
    asked.home.people[asked.ten[0]].has_direct_payment = true;
    asked.home.people[asked.forty[0]].is_displaced = true;
    asked.home.live(1);
    CHECK(asked.home.people[asked.ten[0]].need == 40);
    CHECK(asked.home.people[asked.forty[0]].need == 160);
}

TEST_CASE("Families that do more give up sooner, and none where strain does nothing")
{
    Families strained(0.25, 0.02);
    strained.home.live(104);
    std::size_t const light = strained.given_up(strained.ten);
    std::size_t const heavy = strained.given_up(strained.forty);
    CHECK(light > 5); // 2.5 h at 0.02 for two years: one in ten
    CHECK(light < 40);
    CHECK(heavy > 2 * light); // 10 h: one in three
    CHECK(heavy < 110);
    Families easy(0.25, 0.0);
    easy.home.live(104);
    CHECK(easy.given_up(easy.ten) + easy.given_up(easy.forty) == 0);
}

TEST_CASE("Whose family gives up goes from homecare to a care home, and is charged as there")
{
    Families strained(0.5, 1000.0, 1);
    AtHome& home = strained.home;
    PersonSlot const person = strained.forty[0];
    home.stage.inputs.place.of[Service::residential].disregarded_share = 0.0;
    home.live(1);
    CHECK(home.people.is_in_care(person));
    home.live(1);
    CHECK(home.people[person].last_day == 7); // cared for to the end of the week
    double const charge = home.people[person].charge;
    home.live(1);
    CHECK(home.people.is_in_care(person));
    CHECK(home.people[person].service == Service::residential);
    CHECK(home.people[person].assessed == Service::residential);
    CHECK(home.people[person].need == quarters_in_a_unit);
    CHECK(home.people[person].family_care == 0);
    CHECK(home.people[person].charge != charge);
    CHECK(home.people.supported.empty());
    CHECK(home.counts().families_gave_up == 2);
    int left = 0;
    for (Decision const& line : home.stage.take_decisions())
        left += line.kind == DecisionKind::care_ends && line.reason == Reason::family_gave_up;
    CHECK(left == 2);
}

TEST_CASE("Whose family gives up while the person waits looks for a care home from where they wait")
{
    Families strained(0.5, 1000.0, 1);
    AtHome& home = strained.home;
    home.live(1);
    PersonSlot const person = strained.ten[0];
    ProviderId const provider = home.people.provider[person];
    home.stage.fill_up(AtHome::care);
    home.stage.fill_up(Service::residential);
    home.stage.market.providers.count(StagedMarket::at(provider), Bill::spot, -home.people[person].need);
    home.people[person].is_displaced = true;
    home.people.restate(person);
    home.people.seek(person);
    home.live(1);
    CHECK(home.people.is_waiting(person));
    CHECK(home.people[person].service == Service::residential);
}

TEST_CASE("Respite keeps families going, costs what its weeks cost, and does nothing where it has no effect")
{
    auto const after_two_years = [](double weeks, double effect)
    {
        Families families(0.25, 0.02);
        families.home.levers().respite_weeks = weeks;
        families.home.behaviour().respite_effect = effect;
        families.home.live(104);
        return families.given_up(families.ten) + families.given_up(families.forty);
    };
    std::size_t const none = after_two_years(0.0, 0.2);
    CHECK(after_two_years(6.0, 0.2) < none / 2);
    CHECK(after_two_years(6.0, 0.0) == none);

    Families families(0.25, 0.0, 10);
    families.home.levers().respite_weeks = 4.0;
    families.home.behaviour().respite_cost = 650.0;
    families.home.live(1);
    CHECK(families.home.invested() == 0.0); // families are asked in this week, and relieved from the next
    families.home.live(1);
    CHECK(families.home.invested() == Approx(20 * 4.0 * 7.0 / 365.25 * 650.0).margin(0.01));
}

TEST_CASE("Targeted respite goes to those who do most, for the same weeks and money in all")
{
    auto const after_two_years = [](RespiteTargeting targeting)
    {
        Families families(0.25, 0.02);
        families.home.levers().respite_weeks = 4.0;
        families.home.levers().respite_targeting = static_cast<double>(index_of(targeting));
        families.home.behaviour().respite_effect = 0.2;
        families.home.live(104);
        return std::pair{families.given_up(families.ten), families.given_up(families.forty)};
    };
    auto const evenly = after_two_years(RespiteTargeting::evenly);
    auto const by_care = after_two_years(RespiteTargeting::by_family_care);
    CHECK(by_care.second < evenly.second);
    CHECK(by_care.first >= evenly.first);
    auto const paid = [](RespiteTargeting targeting)
    {
        Families families(0.25, 0.0, 10);
        families.home.levers().respite_weeks = 4.0;
        families.home.levers().respite_targeting = static_cast<double>(index_of(targeting));
        families.home.live(5);
        return families.home.invested();
    };
    CHECK(paid(RespiteTargeting::evenly) == paid(RespiteTargeting::by_family_care));
}

TEST_CASE("Technology comes with a share of new packages, is paid for each week, and spares what behaviour says")
{
    auto const with = [](double share, double effect)
    {
        AtHome home;
        home.levers().technology_share = share;
        home.behaviour().technology_effect = effect;
        home.behaviour().technology_cost = 10.0;
        std::vector<PersonSlot> people;
        for (int i = 0; i < 100; ++i)
            people.push_back(home.add_seeker(10));
        home.live(3);
        std::set<EntityKey> who;
        Quarters hours = 0;
        for (PersonSlot const p : people)
        {
            if (home.people[p].has_technology)
                who.insert(home.people[p].key);
            hours += home.people[p].need;
        }
        CHECK(home.invested() == Approx(2.0 * 10.0 * static_cast<double>(who.size())));
        return std::pair{who, hours};
    };
    auto const none = with(0.0, 0.1);
    auto const half = with(0.5, 0.1);
    auto const most = with(0.8, 0.1);
    CHECK(none.first.empty());
    CHECK(none.second == 4000);
    CHECK(half.first.size() > 30);
    CHECK(half.first.size() < 70);
    CHECK(std::includes(most.first.begin(), most.first.end(), half.first.begin(), half.first.end()));
    CHECK(half.second == 4000 - 4 * static_cast<Quarters>(half.first.size()));
    CHECK(with(0.5, 0.0).second == 4000); // as the trial found
}

TEST_CASE("A provider must have room for the package that is commissioned, be it more than was assessed")
{
    auto const begins = [](double effect, int room)
    {
        AtHome home;
        home.levers().technology_share = 1.0;
        home.behaviour().technology_effect = effect;
        home.stage.fill_up(AtHome::care);
        Providers& all = home.stage.market.providers;
        all.capacity[StagedMarket::at(home.stage.provider(AtHome::care, 0))] = room;
        PersonSlot const person = home.add_seeker(10);
        home.live(1);
        return home.people.is_in_care(person);
    };
    CHECK(begins(0.0, 40));
    CHECK_FALSE(begins(0.0, 39));
    CHECK_FALSE(begins(-0.05, 41)); // technology finds two quarters of an hour more
    CHECK(begins(-0.05, 42));
}
