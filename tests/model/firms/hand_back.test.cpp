#include "model/firms/hand_back.hpp"

#include "model/identities.hpp"
#include "model/phases/demand.hpp"
#include "model/phases/payers.hpp"
#include "model/phases/procurement.hpp"
#include "model/provider_costs.hpp"
#include "tests/support/staged_market.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service care = Service::homecare;

struct Agency
{
    StagedMarket stage;
    ProviderId provider = stage.provider(care, 0);
    double cost = 0.0;
    People& people = stage.market.people[0];

    Agency()
    {
        for (Service const service : all_of<Service>())
            for (Funding const funding : all_of<Funding>())
                stage.market.tables.arrivals[service][funding] = 0.0;
        set_block_share(stage.inputs, 0.0);
        stage.set_capacity(provider, 100);
        cost = variable_cost(stage.market, stage.inputs.behaviour, provider);
        stage.inputs.behaviour.of[care].hand_back_months = 2.0;
        stage.inputs.behaviour.of[care].hand_back_notice = 4.0;
    }

    PersonSlot at_price(double price, ContractId contract = no_contract)
    {
        return stage.add_resident(0, care, Funding::council, provider, price, contract);
    }
    void consider()
    {
        hand_back_work(stage.market, stage.inputs, stage.week, look_at_council_care(stage.market).packages);
    }
    void live(std::int32_t week)
    {
        stage.week = Clock(2016).week(week);
        for (std::size_t block = 0; block < 3; ++block)
            admit_new_demand(stage.market, stage.inputs, stage.week, block);
        change_payers(stage.market, stage.inputs, stage.week);
        let_contracts(stage.market, stage.inputs, stage.week);
        CHECK(broken_identities(stage.market).empty());
    }
};

} // namespace

TEST_CASE("A package that costs more than it brings is given back after some months, with notice, and only that one")
{
    Agency agency;
    PersonSlot const dear = agency.at_price(1.5 * agency.cost);
    PersonSlot const cheap = agency.at_price(0.9 * agency.cost);
    PersonSlot const buys_alone = agency.at_price(0.5 * agency.cost);
    agency.people[buys_alone].has_direct_payment = 1;
    agency.stage.market.providers.direct_payment[StagedMarket::at(agency.provider)] = quarters_in_a_unit;
    agency.consider();
    CHECK(agency.people[cheap].runs_out == never);
    agency.consider();
    CHECK(agency.people[cheap].runs_out == 4);
    CHECK(agency.people[dear].runs_out == never);
    CHECK(agency.people[buys_alone].runs_out == never);
    agency.live(3);
    CHECK(agency.people.is_in_care(cheap));
    agency.live(4);
    CHECK(agency.people.is_waiting(cheap));
    CHECK(agency.people[cheap].is_displaced);
    CHECK(agency.people.is_in_care(dear));
    MonthCounts::Area const& counts = agency.stage.market.counts[0].areas[agency.stage.market.area(care, 0)];
    CHECK(counts.displaced == 1);
    CHECK(counts.packages_handed_back == 1);
    CHECK(counts.quarters_handed_back == quarters_in_a_unit);
}

TEST_CASE("A month in which every package pays begins the count anew")
{
    Agency agency;
    PersonSlot const package = agency.at_price(0.9 * agency.cost);
    agency.consider();
    agency.people[package].price = 1.1 * agency.cost;
    agency.consider();
    agency.people[package].price = 0.9 * agency.cost;
    agency.consider();
    CHECK(agency.people[package].runs_out == never);
}

TEST_CASE("An agency without the staff for all its people gives back the worst paid until it has")
{
    Agency agency;
    std::vector<PersonSlot> packages;
    for (int i = 0; i < 10; ++i)
        packages.push_back(agency.at_price((1.5 + 0.01 * i) * agency.cost));
    agency.stage.set_capacity(agency.provider, 8); // overtime bears a twentieth more
    agency.consider();
    agency.consider();
    CHECK(agency.people[packages[0]].runs_out == 4);
    CHECK(agency.people[packages[1]].runs_out == 4);
    for (std::size_t i = 2; i < packages.size(); ++i)
        CHECK(agency.people[packages[i]].runs_out == never);
}

TEST_CASE("Homes send nobody away one by one, and the council's own supply gives nothing back")
{
    Agency agency;
    ProviderId const home = agency.stage.provider(Service::residential, 0);
    PersonSlot const resident = agency.stage.add_resident(0, Service::residential, Funding::council, home, 1.0);
    PersonSlot const at_own = agency.at_price(0.1 * agency.cost);
    agency.stage.market.providers.sector[StagedMarket::at(agency.provider)] = Sector::in_house;
    for (int month = 0; month < 5; ++month)
        agency.consider();
    CHECK(agency.people[resident].runs_out == never);
    CHECK(agency.people[at_own].runs_out == never);
}

TEST_CASE("A contract that brings less than giving it up would save is given back, and its people look elsewhere")
{
    Agency agency;
    Contracts& contracts = agency.stage.market.contracts;
    ContractId const loss = agency.stage.add_contract(agency.provider, 2, 0.8 * agency.cost, 300);
    ContractId const gain = agency.stage.add_contract(agency.provider, 2, 1.2 * agency.cost, 300);
    PersonSlot const on_loss = agency.at_price(0.8 * agency.cost, loss);
    PersonSlot const also_on_loss = agency.at_price(0.8 * agency.cost, loss);
    PersonSlot const on_gain = agency.at_price(1.2 * agency.cost, gain);
    agency.consider();
    CHECK_FALSE(contracts.is_handed_back[static_cast<std::size_t>(loss)]);
    agency.consider();
    CHECK(contracts.is_handed_back[static_cast<std::size_t>(loss)]);
    CHECK(contracts.ends[static_cast<std::size_t>(loss)] == 4);
    CHECK_FALSE(contracts.is_handed_back[static_cast<std::size_t>(gain)]);
    CHECK(agency.stage.market.counts[0].areas[agency.stage.market.area(care, 0)].contracts_handed_back == 1);
    agency.live(3);
    CHECK(agency.people.contract[on_loss] == loss);
    agency.live(4);
    for (PersonSlot const person : {on_loss, also_on_loss})
    {
        CHECK(agency.people.is_waiting(person));
        CHECK(agency.people[person].is_displaced);
    }
    CHECK(agency.people.contract[on_gain] == gain);
    CHECK(contracts.is_empty(loss));
    CHECK(agency.stage.market.counts[0].areas[agency.stage.market.area(care, 0)].packages_handed_back == 2);
}

TEST_CASE("Guaranteed volume that nobody uses is paid for at no cost, so it is not given back")
{
    Agency agency;
    ContractId const paid_for_nothing = agency.stage.add_contract(agency.provider, 10, 0.3 * agency.cost, 300);
    agency.at_price(0.3 * agency.cost, paid_for_nothing); // a tenth is used
    for (int month = 0; month < 4; ++month)
        agency.consider();
    CHECK_FALSE(agency.stage.market.contracts.is_handed_back[static_cast<std::size_t>(paid_for_nothing)]);
}

TEST_CASE("A contract that asks for long notice is borne as much longer, one that asks for none as long as is usual")
{
    for (double const agreed : {0.0, 4.0, 30.0})
    {
        Agency agency;
        Contracts& contracts = agency.stage.market.contracts;
        ContractId const loss = agency.stage.add_contract(agency.provider, 1, 0.8 * agency.cost, 300);
        ContractId const short_lived = agency.stage.add_contract(agency.provider, 1, 0.8 * agency.cost, 25);
        for (ContractId const contract : {loss, short_lived})
            contracts.terms[static_cast<std::size_t>(contract)].hand_back_notice = agreed;
        PersonSlot const person = agency.at_price(0.8 * agency.cost, loss);
        agency.at_price(0.8 * agency.cost, short_lived);
        agency.consider();
        agency.consider();
        std::int32_t const ends = agreed > 0.0 ? static_cast<std::int32_t>(agreed) : 4;
        CHECK(contracts.ends[static_cast<std::size_t>(loss)] == ends);
        // What ends sooner of itself is not handed back.
        CHECK((contracts.is_handed_back[static_cast<std::size_t>(short_lived)] != 0) == (ends < 25));
        agency.live(ends - 1);
        CHECK(agency.people.contract[person] == loss);
        agency.live(ends);
        CHECK(agency.people[person].is_displaced);
    }
}
