#include "model/brokerage/call_off.hpp"

#include "model/contract_book.hpp"
#include "model/identities.hpp"
#include "tests/support/fingerprint.hpp"
#include "tests/support/staged_phases.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <initializer_list>
#include <vector>

using namespace caremarket;
using namespace caremarket::tests;

/// How a list is used: who is called, up to what, and at what price.
namespace
{

constexpr Service home = Service::residential;

struct Listed
{
    double price = 600.0;
    double quote = 600.0;
    int beds = 10;
    int guaranteed = 0;
    Rating rating = Rating::good;
};

/// Homes in one town that are on a list, all with the same score, and others without room. Nobody is bought for on the
/// spot, at most ten beds off the list.
struct List
{
    StagedMarket stage;
    std::vector<ContractId> contracts;

    List(CallOff way, std::initializer_list<Listed> const& homes) : stage(a_town())
    {
        stage.set_prices(home, 600.0, 800.0, 500.0);
        stage.market.commissioners.front().usual_rate = {{16.0, 600.0, 650.0}};
        stage.fill_up(home);
        stage.inputs.behaviour.all.choice_noise = 0.0;
        set_lever(stage.inputs, &StrategyService::spot_limit, 0.3);
        set_lever(stage.inputs, &StrategyService::spot_limit_rise, 0.0);
        set_mix(stage.inputs.strategies.front().of[home], {.framework = 0.5});
        stage.market.local[stage.market.area(home, 0)].council_volume = 20.0;
        call_by(way);
        Providers& all = stage.market.providers;
        for (Listed const& one : homes)
        {
            ProviderId const provider = stage.provider(home, 0, contracts.size());
            std::size_t const p = StagedMarket::at(provider);
            stage.set_capacity(provider, one.beds);
            all.quote[p] = one.quote;
            all.is_rated[p] = 1;
            all.rating[p] = one.rating;
            all.known_as[p] = one.rating;
            contracts.push_back(stage.add_contract(provider, one.guaranteed, one.price, 400, Channel::framework));
        }
    }

    static SmallPlace a_town()
    {
        SmallPlace place;
        place.localities = 1;
        place.providers[home] = 4.0;
        return place;
    }

    void call_by(CallOff way)
    {
        set_lever(stage.inputs, &StrategyService::call_off, static_cast<double>(index_of(way)));
    }
    [[nodiscard]] std::size_t provider(std::size_t n) const { return StagedMarket::at(stage.provider(home, 0, n)); }
    [[nodiscard]] People& people() { return stage.market.people[0]; }

    /// So many come in one week; whoever comes later is placed later. \returns them
    std::vector<PersonSlot> place_people_one_after_another(int count)
    {
        std::vector<PersonSlot> came;
        for (int n = 0; n < count; ++n)
        {
            came.push_back(stage.add_seeker(0, home, Funding::council));
            people()[came.back()].weeks_waiting = static_cast<std::uint16_t>(count - n);
        }
        place(stage);
        return came;
    }
    /// Beds in use under each contract.
    [[nodiscard]] std::vector<int> used() const
    {
        std::vector<int> beds;
        for (ContractId const contract : contracts)
            beds.push_back(stage.market.contracts.used[static_cast<std::size_t>(contract)] / quarters_in_a_unit);
        return beds;
    }
};

constexpr CallOff all_ways[] = {CallOff::ranked, CallOff::mini_competition, CallOff::choice, CallOff::rota};

} // namespace

TEST_CASE("A list of one is used alike in every way while its provider asks no less than it is listed at")
{
    for (CallOff const way : all_ways)
    {
        INFO(name_of(way));
        List list(way, {{.price = 600.0, .quote = 610.0}});
        PersonSlot const person = list.place_people_one_after_another(1).front();
        CHECK(list.people().contract[person] == list.contracts[0]);
        CHECK(list.people()[person].price == 600.0);
        CHECK(list.people()[person].undercut == 0);
    }
}

TEST_CASE("Where there is no list, how one would be used is of no account to any bit")
{
    Inputs const inputs = small_inputs();
    std::uint64_t const usual = fingerprint(run_weeks(small_start(), inputs, 60).market);
    for (CallOff const way : all_ways)
    {
        Inputs other = inputs;
        set_lever(other, &StrategyService::call_off, static_cast<double>(index_of(way)));
        set_lever(other, &StrategyService::demand_cap, 0.3);
        set_lever(other, &StrategyService::listed_guarantee, 0.5);
        set_lever(other, &StrategyService::list_reopens, 1.0);
        CHECK(fingerprint(run_weeks(small_start(), other, 60).market) == usual);
    }
}

TEST_CASE("In a mini-competition whoever asks least today has the person, at what it asks")
{
    List list(CallOff::mini_competition, {{.price = 600.0, .quote = 590.0}, {.price = 620.0, .quote = 550.0}});
    PersonSlot const person = list.place_people_one_after_another(1).front();
    CHECK(list.people().contract[person] == list.contracts[1]);
    CHECK(list.people()[person].price == Approx(550.0).epsilon(2e-6));
    CHECK(list.people()[person].price >= 550.0);
    deliver(list.stage);
    CHECK(list.stage.posted(Flow::care_used, home, Channel::framework, 0) == 55000);
    CHECK(list.stage.market.providers.income[list.provider(1)] == 55000);
    CHECK(broken_identities(list.stage.market).empty());
}

TEST_CASE("People of one contract are paid for at the price agreed for each of them")
{
    List list(CallOff::mini_competition, {{.price = 620.0, .quote = 550.0}});
    list.place_people_one_after_another(1);
    list.stage.market.providers.quote[list.provider(0)] = 580.0;
    list.place_people_one_after_another(2);
    list.stage.market.providers.quote[list.provider(0)] = 700.0;
    list.place_people_one_after_another(1);
    deliver(list.stage);
    CHECK(list.stage.posted(Flow::care_used, home, Channel::framework, 0) == 55000 + 2 * 58000 + 62000);
    CHECK(broken_identities(list.stage.market).empty());
}

TEST_CASE("Nobody is asked for more than it is listed at, nor takes anybody below what it would take")
{
    List dear(CallOff::mini_competition, {{.price = 600.0, .quote = 700.0}});
    CHECK(dear.people()[dear.place_people_one_after_another(1).front()].price == 600.0);

    List low(CallOff::mini_competition, {{.price = 600.0, .quote = 500.0}});
    low.stage.market.providers.reservation[low.provider(0)] = 570.0;
    CHECK(low.people()[low.place_people_one_after_another(1).front()].price == Approx(570.0).epsilon(2e-6));

    List refusing(CallOff::mini_competition, {{.price = 600.0, .quote = 500.0}});
    refusing.stage.market.providers.reservation[refusing.provider(0)] = 600.5;
    CHECK(refusing.people().is_waiting(refusing.place_people_one_after_another(1).front()));
}

TEST_CASE("In a mini-competition only who has room is asked")
{
    List list(CallOff::mini_competition,
              {{.price = 600.0, .quote = 550.0, .beds = 1}, {.price = 600.0, .quote = 580.0}});
    auto const came = list.place_people_one_after_another(2);
    CHECK(list.people().contract[came[0]] == list.contracts[0]);
    CHECK(list.people().contract[came[1]] == list.contracts[1]);
}

TEST_CASE("An offer reckons with what the contract withholds for outcomes")
{
    List list(CallOff::mini_competition, {{.price = 620.0, .quote = 540.0}});
    list.stage.market.contracts.withheld[static_cast<std::size_t>(list.contracts[0])] = 0.1;
    CHECK(list.people()[list.place_people_one_after_another(1).front()].price == Approx(600.0).epsilon(2e-6));
    deliver(list.stage);
    CHECK(list.stage.posted(Flow::care_used, home, Channel::framework, 0) == 54000);
}

TEST_CASE("A price agreed for one person rises with the contract's, bounds the charge, and outlives the contract")
{
    List list(CallOff::mini_competition, {{.price = 620.0, .quote = 550.0}});
    PersonSlot const person = list.place_people_one_after_another(1).front();
    list.people()[person].charge = 900.0;
    auto const c = static_cast<std::size_t>(list.contracts[0]);
    list.stage.market.contracts.price[c] *= 1.1;
    list.people().restate(person);
    deliver(list.stage);
    CHECK(list.stage.posted(Flow::care_used, home, Channel::framework, 0) == 60500);
    CHECK(list.stage.posted(Flow::contribution, home, Channel::framework, 0) == 60500);
    end_contract(list.stage.market, list.stage.week, list.contracts[0], Reason::term_ended);
    CHECK(list.people().contract[person] == no_contract);
    CHECK(list.people()[person].price == Approx(605.0).epsilon(2e-6));
    CHECK(list.people()[person].undercut == 0);
}

TEST_CASE(
    "Where people choose, the better rated of a list fills first whatever it costs, and by rank or lot it does not")
{
    for (std::size_t const better : {std::size_t{0}, std::size_t{1}})
    {
        std::vector<int> ranked;
        for (CallOff const way : {CallOff::choice, CallOff::ranked})
        {
            Listed const good{.price = 650.0, .beds = 4, .rating = Rating::outstanding};
            Listed const poor{.price = 550.0, .beds = 4, .rating = Rating::requires_improvement};
            List list(way, {better == 0 ? good : poor, better == 0 ? poor : good});
            list.place_people_one_after_another(5);
            std::vector<int> const used = list.used();
            CHECK(used[0] + used[1] == 5);
            if (way == CallOff::choice)
                CHECK(used[better] == 4);
            else
            {
                // Among equal scores the key decides, wherever the better home stands.
                Contracts const& contracts = list.stage.market.contracts;
                bool const is_first_called = contracts.key[static_cast<std::size_t>(list.contracts[0])] <
                                             contracts.key[static_cast<std::size_t>(list.contracts[1])];
                CHECK(used[is_first_called ? 0 : 1] == 4);
            }
        }
    }
}

TEST_CASE("Where people choose, the better rated of a list gains volume from week to week, and by lot it does not")
{
    for (CallOff const way : {CallOff::choice, CallOff::ranked})
    {
        int gained = 0;
        for (std::size_t const better : {std::size_t{0}, std::size_t{1}})
        {
            List list(way, {{.beds = 6}, {.beds = 6}});
            list.stage.market.providers.rating[list.provider(better)] = Rating::outstanding;
            list.stage.market.providers.known_as[list.provider(better)] = Rating::outstanding;
            for (int week = 0; week < 6; ++week)
                list.place_people_one_after_another(1);
            gained += list.used()[better];
        }
        CHECK(gained == (way == CallOff::choice ? 12 : 6));
    }
}

TEST_CASE("Who chooses among those listed refuses none of them; who is sent may")
{
    for (CallOff const way : all_ways)
    {
        INFO(name_of(way));
        List list(way, {{}, {}});
        list.stage.inputs.behaviour.all.person_refuses = 1.0;
        list.stage.inputs.behaviour.all.refusal_weeks = 1e9;
        bool const waits = list.people().is_waiting(list.place_people_one_after_another(1).front());
        CHECK(waits == (way != CallOff::choice));
    }
}

TEST_CASE("A taste class chooses whom it likes")
{
    for (std::size_t const liked : {std::size_t{0}, std::size_t{1}})
    {
        List list(CallOff::choice, {{}, {}});
        list.stage.inputs.behaviour.all.choice_noise = 0.1;
        auto& liking = list.stage.market.providers.liking;
        for (std::size_t n = 0; n < 2; ++n)
            liking[list.provider(n)][2] = n == liked ? 1.0 : -1.0;
        PersonSlot const person = list.stage.add_seeker(0, home, Funding::council);
        list.people()[person].taste = 2;
        place(list.stage);
        CHECK(list.people().contract[person] == list.contracts[liked]);
    }
}

TEST_CASE("By turns whoever of a list has least is next, person by person within a week, too")
{
    List list(CallOff::rota, {{}, {}, {}});
    for (int n = 0; n < 2; ++n)
        list.stage.add_resident(0, home, Funding::council, list.stage.provider(home, 0, 1), 600.0, list.contracts[1]);
    for (int n = 0; n < 4; ++n)
        list.stage.add_resident(0, home, Funding::council, list.stage.provider(home, 0, 2), 600.0, list.contracts[2]);
    auto const came = list.place_people_one_after_another(3);
    CHECK(list.people().contract[came[0]] == list.contracts[0]);
    CHECK(list.people().contract[came[1]] == list.contracts[0]);
    CHECK((list.used() == std::vector{3, 2, 4} || list.used() == std::vector{2, 3, 4}));
    list.place_people_one_after_another(1); // the tenth
    CHECK(list.used() == std::vector{3, 3, 4});
}

TEST_CASE("By turns who was placed otherwise takes nobody's turn")
{
    List list(CallOff::rota, {{}, {}, {.beds = 1}});
    ProviderId const block = list.stage.provider(home, 0, 3);
    list.stage.set_capacity(block, 2);
    list.stage.add_contract(block, 2, 600.0);
    list.place_people_one_after_another(5);
    CHECK(list.used() == std::vector{1, 1, 1});
}

TEST_CASE("Whoever of a list is at its cap is passed over, also by those who come in the same week")
{
    for (CallOff const way : all_ways)
    {
        INFO(name_of(way));
        List list(way, {{}, {}});
        set_lever(list.stage.inputs, &StrategyService::demand_cap, 0.3); // of ten beds
        list.place_people_one_after_another(5);
        std::vector<int> const used = list.used();
        CHECK(used[0] + used[1] == 5);
        CHECK(std::max(used[0], used[1]) == 3);
    }
}

TEST_CASE("Without a cap one listed provider may have all of it, and what caps leave goes elsewhere")
{
    List open(CallOff::ranked, {{}, {}});
    open.place_people_one_after_another(5);
    CHECK((open.used() == std::vector{5, 0} || open.used() == std::vector{0, 5}));

    List capped(CallOff::ranked, {{}, {}});
    set_lever(capped.stage.inputs, &StrategyService::demand_cap, 0.1);
    set_lever(capped.stage.inputs, &StrategyService::spot_limit, 1.1);
    auto const came = capped.place_people_one_after_another(3);
    CHECK(capped.used() == std::vector{1, 1});
    CHECK(capped.people().is_in_care(came[2]));
    CHECK(capped.people().contract[came[2]] == no_contract);
}

TEST_CASE("Places guaranteed on a list are kept free, paid for while they are, and called first, in every way")
{
    for (CallOff const way : all_ways)
    {
        INFO(name_of(way));
        List list(way, {{.quote = 550.0, .rating = Rating::outstanding}, {.beds = 2, .guaranteed = 2}});
        list.stage.market.contracts.score[static_cast<std::size_t>(list.contracts[0])] = 0.9;
        PersonSlot const own_money = list.stage.add_seeker(0, home, Funding::self_funder);
        PersonSlot const first = list.place_people_one_after_another(1).front();
        CHECK(list.people().contract[first] == list.contracts[1]);
        CHECK(list.people()[first].price == 600.0); // what is promised has its price
        CHECK(list.people().provider[own_money] == list.stage.provider(home, 0, 0));
        deliver(list.stage);
        CHECK(list.stage.posted(Flow::care_used, home, Channel::framework, 0) == 60000);
        CHECK(list.stage.posted(Flow::care_void, home, Channel::framework, 0) == 60000);
        list.place_people_one_after_another(2);
        CHECK(list.used() == std::vector{1, 2});
    }
}

TEST_CASE("A guarantee is met even where it is more than the cap lets one provider have")
{
    List list(CallOff::ranked, {{.guaranteed = 3}});
    set_lever(list.stage.inputs, &StrategyService::demand_cap, 0.1);
    list.place_people_one_after_another(4);
    CHECK(list.used() == std::vector{3});
}
