#include "model/procurement/officers.hpp"

#include "tests/support/staged_phases.hpp"

#include "model/phases/brokerage.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;
constexpr Service care = Service::homecare;

/// A council with this many officers and a contract for ten beds that ends in week 15; it wants ten beds more then.
struct ContractThatEnds
{
    StagedMarket stage;
    ContractId contract = no_contract;

    explicit ContractThatEnds(double officers)
    {
        for (LocalMarket& local : stage.market.local)
            local.council_volume = 0.0;
        stage.market.local[stage.market.area(home, 0)].council_volume = 20.0;
        set_mix(stage.inputs.strategies.front().of[home], {.block = 0.5});
        stage.inputs.strategies.front().all.commissioning_staff = officers;
        stage.inputs.strategies.front().all.extension_weeks = 26.0;
        stage.inputs.behaviour.of[home].routes[Route::full_tender].weeks = 10.0;
        set_lever(stage.inputs, &StrategyService::block_price_limit, 3.0);
        contract = stage.add_contract(stage.provider(home, 0), 10, 600.0, 15);
    }
    [[nodiscard]] MonthCounts::Area const& counts() const
    {
        return stage.market.counts[0].areas[stage.market.area(home, 0)];
    }
};

} // namespace

TEST_CASE("Officers cost what their time costs, and their free time adds up to a quarter's at most")
{
    StagedMarket stage;
    set_block_share(stage.inputs, 0.0);
    stage.inputs.strategies.front().all.commissioning_staff = 4.0;
    stage.inputs.behaviour.all.officer_cost = 850.0;
    for (std::int32_t week = 0; week < 30; ++week)
        let_in(stage, week);
    CHECK(stage.market.commissioners.front().officer_weeks == Approx(4.0 * 13.0));
    CHECK(stage.market.books.balance(Market::account_of_commissioner(0)) == -30 * 4 * 85'000);
    Commissioner& council = stage.market.commissioners.front();
    CHECK(take_officers(council, 50.0));
    CHECK_FALSE(take_officers(council, 3.0));
    CHECK(council.officer_weeks == Approx(2.0));
}

TEST_CASE("A contract whose successor officers had no time to let runs on at its old terms")
{
    ContractThatEnds busy(0.0);
    let_in(busy.stage, 0); // a tender that began now would end after week 15: nothing is wanted in time
    let_in(busy.stage, 13);
    CHECK(busy.counts().tenders_delayed >= 1);
    CHECK(busy.counts().tenders == 0);
    let_in(busy.stage, 15);
    Contracts const& contracts = busy.stage.market.contracts;
    auto const c = static_cast<std::size_t>(busy.contract);
    CHECK_FALSE(contracts.is_empty(busy.contract));
    CHECK(contracts.ends[c] == 15 + 26);
    CHECK(contracts.price[c] == 600.0);
    CHECK(busy.counts().contracts_extended == 1);
}

TEST_CASE("With officers the successor is let in time and the contract ends")
{
    ContractThatEnds staffed(100.0);
    let_in(staffed.stage, 0);
    let_in(staffed.stage, 13);
    CHECK(staffed.counts().tenders >= 1);
    CHECK(staffed.counts().tenders_delayed == 0);
    let_in(staffed.stage, 15);
    CHECK(staffed.counts().contracts_extended == 0);
    CHECK(staffed.stage.market.contracts.key[static_cast<std::size_t>(staffed.contract)].value == 0);
}

TEST_CASE("A contract is not extended that is wanted no more, nor one given back, nor where the council extends none")
{
    ContractThatEnds unwanted(0.0);
    let_in(unwanted.stage, 13);
    set_mix(unwanted.stage.inputs.strategies.front().of[home], {});
    let_in(unwanted.stage, 15);
    CHECK(unwanted.stage.market.contracts.is_empty(unwanted.contract));

    ContractThatEnds given_back(0.0);
    let_in(given_back.stage, 13);
    given_back.stage.market.contracts.is_handed_back[static_cast<std::size_t>(given_back.contract)] = 1;
    let_in(given_back.stage, 15);
    CHECK(given_back.stage.market.contracts.is_empty(given_back.contract));

    ContractThatEnds never_extended(0.0);
    never_extended.stage.inputs.strategies.front().all.extension_weeks = 0.0;
    let_in(never_extended.stage, 13);
    let_in(never_extended.stage, 15);
    CHECK(never_extended.stage.market.contracts.is_empty(never_extended.contract));
}

TEST_CASE("A council that spends beyond its budget feels pressure from the second month, and none after 1 April")
{
    StagedMarket stage;
    set_block_share(stage.inputs, 0.0);
    stage.inputs.strategies.front().all.commissioning_staff = 0.0;
    Commissioner& council = stage.market.commissioners.front();
    auto const spend = [&](double pounds)
    {
        stage.market.books.pay(Market::account_of_commissioner(0), accounts::suppliers,
                               {Flow::care_used, home, Channel::spot, 0}, pounds);
    };
    let_in(stage, 0);
    council.budget = 5218.0; // 100 a week
    for (std::int32_t week = 0; week < 51; ++week)
    {
        spend(week < 26 ? 110.0 : 0.0);
        let_in(stage, week + 1);
        if (week == 13)
            CHECK(council.pressure == 1.0);
    }
    CHECK(council.pressure == 0.0); // half a year's money lasted
    council.pressure = 1.0;
    double const budget = council.budget;
    stage.inputs.strategies.front().all.budget_growth = 0.05;
    let_in(stage, 52);
    CHECK(council.pressure == 0.0);
    CHECK(council.budget == Approx(budget * (1.0 + 0.027 + 0.05)));
}

TEST_CASE("Over budget a council lets people wait before it places them, but nobody who lost a place")
{
    StagedMarket stage = homes_at_600();
    stage.market.commissioners.front().pressure = 0.5;
    stage.inputs.strategies.front().all.response_delay = 4.0; // two weeks at half pressure
    PersonSlot const fresh = stage.add_seeker(0, home, Funding::council);
    PersonSlot const patient = stage.add_seeker(0, home, Funding::council);
    PersonSlot const displaced = stage.add_seeker(0, home, Funding::council);
    People& people = stage.market.people[0];
    people[fresh].weeks_waiting = 1;
    people[patient].weeks_waiting = 2;
    people[displaced].is_displaced = 1;
    place(stage);
    CHECK(people.is_waiting(fresh));
    CHECK(people.is_in_care(patient));
    CHECK(people.is_in_care(displaced));
}

TEST_CASE("Over budget a council makes new packages of homecare smaller, and nothing else")
{
    StagedMarket stage;
    for (Service const service : {care, home})
    {
        double const price = service == care ? 16.0 : 600.0;
        stage.set_prices(service, price, 1.3 * price, 0.9 * price);
        stage.set_capacity(stage.provider(service, 0), 100);
    }
    stage.market.commissioners.front().usual_rate = {{16.0, 600.0, 650.0}};
    stage.market.commissioners.front().pressure = 0.5;
    stage.inputs.strategies.front().all.response_package = 0.5;
    People& people = stage.market.people[0];
    PersonSlot const new_package = stage.add_seeker(0, care, Funding::council);
    PersonSlot const displaced = stage.add_seeker(0, care, Funding::council);
    PersonSlot const self_funder = stage.add_seeker(0, care, Funding::self_funder);
    PersonSlot const in_home = stage.add_seeker(0, home, Funding::council);
    for (PersonSlot const p : {new_package, displaced, self_funder})
        people[p].need = 40;
    people[displaced].is_displaced = 1;
    place(stage);
    CHECK(people[new_package].need == 30);
    CHECK(people[displaced].need == 40);
    CHECK(people[self_funder].need == 40);
    CHECK(people[in_home].need == quarters_in_a_unit);
}

TEST_CASE("Over budget a council pays less on the spot")
{
    StagedMarket stage = homes_at_600();
    set_lever(stage.inputs, &StrategyService::spot_limit, 1.05);
    stage.inputs.strategies.front().all.response_spot = 0.1;
    stage.market.commissioners.front().pressure = 1.0; // 630 less a tenth
    PersonSlot const person = stage.add_seeker(0, home, Funding::council);
    place(stage);
    CHECK(stage.market.people[0].is_waiting(person));
    stage.market.commissioners.front().pressure = 0.4; // less a twenty-fifth
    place(stage);
    CHECK(stage.market.people[0].is_in_care(person));
}

TEST_CASE("Over budget packages are reviewed and shrink, as far as officers have time")
{
    auto const reviewed = [](double pressure, double officers)
    {
        StagedMarket stage;
        ProviderId const agency = stage.provider(care, 0);
        auto const p = StagedMarket::at(agency);
        People& people = stage.market.people[0];
        std::vector<PersonSlot> packages;
        for (int i = 0; i < 300; ++i)
        {
            packages.push_back(stage.add_resident(0, care, Funding::council, agency, 16.0));
            people[packages.back()].need = 40;
        }
        stage.market.providers.occupied[p] = stage.market.providers.council_spot[p] = 300 * 40;
        stage.inputs.strategies.front().all.response_reviews = 1.0;
        stage.inputs.behaviour.all.review_cut = 0.1;
        stage.inputs.behaviour.all.review_work = 0.5;
        stage.market.commissioners.front().pressure = pressure;
        stage.market.commissioners.front().officer_weeks = officers;
        review_packages(stage.market, stage.inputs, stage.week);
        int count = 0;
        for (PersonSlot const package : packages)
        {
            bool const is_smaller = people[package].need == 36;
            CHECK((is_smaller || people[package].need == 40));
            count += is_smaller;
        }
        CHECK(stage.market.providers.occupied[p] == 300 * 40 - 4 * count);
        CHECK(stage.market.providers.council_spot[p] == 300 * 40 - 4 * count);
        CHECK(stage.market.counts[0].areas[stage.market.area(care, 0)].reviewed_down == count);
        return count;
    };
    CHECK(reviewed(1.0, 1000.0) == Approx(25).margin(15)); // a twelfth of the year's
    CHECK(reviewed(0.0, 1000.0) == 0);
    CHECK(reviewed(1.0, 2.0) == 4);
    CHECK(reviewed(1.0, 0.0) == 0);
}
