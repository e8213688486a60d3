#include "model/phases/delivery.hpp"

#include "tests/support/staged_phases.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

StagedMarket with_core_contract(double discount)
{
    StagedMarket stage;
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 10);
    ContractId const core = stage.add_contract(provider, 4, 700.0, 400, Channel::core);
    stage.market.contracts.full_until[static_cast<std::size_t>(core)] = 2 * quarters_in_a_unit;
    stage.market.contracts.terms[static_cast<std::size_t>(core)].discount = discount;
    for (int i = 0; i < 3; ++i)
        stage.add_resident(0, home, Funding::council, provider, 700.0, core);
    deliver(stage);
    return stage;
}

} // namespace

TEST_CASE("A core contract is paid at its full price to a volume and at less beyond it, voids last")
{
    StagedMarket const stage = with_core_contract(0.25);
    CHECK(stage.posted(Flow::care_used, home, Channel::core, 0) == 2 * 70000 + 52500);
    CHECK(stage.posted(Flow::care_void, home, Channel::core, 0) == 52500);
}

TEST_CASE("At a discount of nothing a contract is paid as under a flat price")
{
    StagedMarket const stage = with_core_contract(0.0);
    CHECK(stage.posted(Flow::care_used, home, Channel::core, 0) == 3 * 70000);
    CHECK(stage.posted(Flow::care_void, home, Channel::core, 0) == 70000);
}

TEST_CASE("A framework is paid for what is called off it, and never for voids")
{
    StagedMarket stage;
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 10);
    ContractId const listed = stage.add_contract(provider, 0, 650.0, 400, Channel::framework);
    stage.add_resident(0, home, Funding::council, provider, 650.0, listed);
    deliver(stage);
    CHECK(stage.posted(Flow::care_used, home, Channel::framework, 0) == 65000);
    CHECK(stage.posted(Flow::care_void, home, Channel::framework, 0) == 0);
}

TEST_CASE("A top-up goes from the family to the home, on top of what the council pays")
{
    StagedMarket stage;
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 10);
    PersonSlot const person = stage.add_resident(0, home, Funding::council, provider, 600.0);
    PersonSlot const late = stage.add_resident(0, home, Funding::council, provider, 600.0);
    stage.market.people[0][person].top_up = 70.0;
    stage.market.people[0][late].top_up = 70.0;
    stage.market.people[0][late].first_day = 5; // two days
    deliver(stage);
    CHECK(stage.posted(Flow::care_used, home, Channel::spot, 0) == 60000 + 17143);
    CHECK(stage.posted(Flow::top_up, home, Channel::spot, 0) == 7000 + 2000);
    CHECK(stage.market.providers.income[StagedMarket::at(provider)] == 60000 + 17143 + 9000);
}

TEST_CASE("Care bought with a direct payment stands on its own line")
{
    StagedMarket stage;
    ProviderId const agency = stage.provider(Service::homecare, 0);
    PersonSlot const person = stage.add_resident(0, Service::homecare, Funding::council, agency, 14.0);
    People& people = stage.market.people[0];
    people[person].has_direct_payment = 1;
    people[person].top_up = 3.0;
    stage.market.tables.paid[Service::homecare] = 1.0;
    deliver(stage);
    CHECK(stage.posted(Flow::care_used, Service::homecare, Channel::direct_payment, 0) == 1400);
    CHECK(stage.posted(Flow::care_used, Service::homecare, Channel::spot, 0) == 0);
    CHECK(stage.posted(Flow::top_up, Service::homecare, Channel::spot, 0) == 300);
}

TEST_CASE("Of hours commissioned and missed the council pays the retained part")
{
    StagedMarket stage;
    ProviderId const agency = stage.provider(Service::homecare, 0);
    PersonSlot const person = stage.add_resident(0, Service::homecare, Funding::council, agency, 20.0);
    stage.market.people[0][person].need = 40; // ten hours
    stage.market.people[0][person].charge = 1000.0;
    stage.market.tables.paid[Service::homecare] = 0.95;
    deliver(stage);
    CHECK(stage.posted(Flow::care_used, Service::homecare, Channel::spot, 0) == 19000);
    CHECK(stage.posted(Flow::contribution, Service::homecare, Channel::spot, 0) == 19000); // no more than it costs
}

TEST_CASE(
    "The NHS adds its rate for nursing to everybody's price in a nursing home but its own people's, whatever the need")
{
    StagedMarket stage;
    ProviderId const provider = stage.provider(Service::nursing, 0);
    stage.set_capacity(provider, 10);
    stage.market.world.funded_nursing_care = 156.25;
    for (Funding const funding : all_of<Funding>())
        stage.add_resident(0, Service::nursing, funding, provider, 900.0);
    PersonSlot const guest = stage.add_resident(0, Service::nursing, Funding::council, provider, 900.0);
    stage.market.people[0][guest].assessed = home;
    deliver(stage);
    CHECK(stage.posted(Flow::funded_nursing, Service::nursing, Channel::spot, 0) == 4 * 15625);
    CHECK(stage.posted(Flow::nhs_bought, Service::nursing, Channel::spot, 0) == 90000);
    CHECK(stage.market.books.balance(accounts::nhs) == -90000 - 4 * 15625);
}

TEST_CASE("The council bears what its own supply costs, whoever uses it, and takes contributions all the same")
{
    StagedMarket stage;
    ProviderId const own = stage.provider(home, 0);
    auto const p = StagedMarket::at(own);
    stage.set_capacity(own, 10);
    stage.market.providers.sector[p] = Sector::in_house;
    PersonSlot const person = stage.add_resident(0, home, Funding::council, own, 600.0);
    stage.market.people[0][person].charge = 150.0;
    deliver(stage);
    Pence const paid = stage.posted(Flow::care_used, home, Channel::in_house, 0);
    CHECK(paid > 60000); // one resident in a home for ten
    CHECK(stage.market.providers.cost[p] == paid);
    CHECK(stage.market.providers.income[p] == paid);
    CHECK(stage.posted(Flow::contribution, home, Channel::in_house, 0) == 15000);
    CHECK(stage.posted(Flow::care_used, home, Channel::spot, 0) == 0);
    for (Decision const& line : stage.take_decisions())
        if (line.kind == DecisionKind::cost_met)
            CHECK(line.amount == Approx(to_pounds(paid)));
}
