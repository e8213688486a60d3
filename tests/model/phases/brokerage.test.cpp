#include "model/phases/brokerage.hpp"

#include "tests/support/staged_phases.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

} // namespace

TEST_CASE("The council pays nobody above its limit, and the limit rises with every week a person waits")
{
    StagedMarket stage = full_homes();
    set_lever(stage.inputs, &StrategyService::spot_limit, 1.05);
    set_lever(stage.inputs, &StrategyService::spot_limit_rise, 0.02);
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 10);
    stage.market.providers.quote[StagedMarket::at(provider)] = 600.0 * 1.08;
    PersonSlot const fresh = stage.add_seeker(0, home, Funding::council);
    PersonSlot const waited_one = stage.add_seeker(0, home, Funding::council);
    PersonSlot const waited_two = stage.add_seeker(0, home, Funding::council);
    People& people = stage.market.people[0];
    people[waited_one].weeks_waiting = 1;
    people[waited_two].weeks_waiting = 2;
    place(stage);
    CHECK(people.is_waiting(fresh));
    CHECK(people.is_waiting(waited_one));
    CHECK(people.provider[waited_two] == provider);
    CHECK(people[waited_two].price == 600.0 * 1.08);
    CHECK(people[fresh].weeks_waiting == 1);
    CHECK(people[waited_one].weeks_waiting == 2);
}

TEST_CASE("No council-supported person is placed with a provider rated inadequate, not even into a paid void")
{
    StagedMarket stage = full_homes();
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 10);
    stage.add_contract(provider, 5, 580.0);
    stage.market.providers.is_rated[StagedMarket::at(provider)] = 1;
    stage.market.providers.rating[StagedMarket::at(provider)] = Rating::inadequate;
    PersonSlot const person = stage.add_seeker(0, home, Funding::council);
    place(stage);
    CHECK(stage.market.people[0].is_waiting(person));
    stage.market.providers.rating[StagedMarket::at(provider)] = Rating::requires_improvement;
    stage.market.providers.known_as[StagedMarket::at(provider)] = Rating::requires_improvement;
    place(stage);
    CHECK(stage.market.people[0].provider[person] == provider);
}

// The header of the phase says that nobody is placed under embargo; self-funders and other buyers are.
TEST_CASE("An embargo on a provider holds for self-funders and other buyers too")
{
    StagedMarket stage = full_homes();
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 10);
    stage.market.providers.is_rated[StagedMarket::at(provider)] = 1;
    stage.market.providers.rating[StagedMarket::at(provider)] = Rating::inadequate;
    PersonSlot const self_funder = stage.add_seeker(0, home, Funding::self_funder);
    PersonSlot const other = stage.add_seeker(0, home, Funding::other);
    place(stage);
    CHECK(stage.market.people[0].is_waiting(self_funder));
    CHECK(stage.market.people[0].is_waiting(other));
}

TEST_CASE("Guaranteed places that stand empty are filled before a spot place, even a cheaper one, and at their price")
{
    StagedMarket stage = full_homes();
    ProviderId const with_block = stage.provider(home, 0, 0);
    ProviderId const cheap = stage.provider(home, 0, 1);
    stage.set_capacity(with_block, 1);
    stage.set_capacity(cheap, 10);
    stage.market.providers.quote[StagedMarket::at(cheap)] = 510.0;
    ContractId const contract = stage.add_contract(with_block, 1, 620.0);
    PersonSlot const first = stage.add_seeker(0, home, Funding::council);
    PersonSlot const second = stage.add_seeker(0, home, Funding::council);
    stage.market.people[0][first].weeks_waiting = 1; // first in line
    place(stage);
    People const& people = stage.market.people[0];
    CHECK(people.provider[first] == with_block);
    CHECK(people.contract[first] == contract);
    CHECK(people[first].price == 620.0);
    CHECK(people.provider[second] == cheap);
    CHECK(people.contract[second] == no_contract);
    CHECK(people[second].price == 510.0);
    CHECK(stage.market.contracts.used[0] == quarters_in_a_unit);
}

TEST_CASE("Of two blocks with voids the cheaper is filled first")
{
    StagedMarket stage = full_homes();
    ProviderId const dear = stage.provider(home, 0, 0);
    ProviderId const cheap = stage.provider(home, 0, 1);
    stage.set_capacity(dear, 5);
    stage.set_capacity(cheap, 5);
    stage.add_contract(dear, 1, 620.0);
    ContractId const cheaper = stage.add_contract(cheap, 1, 590.0);
    PersonSlot const person = stage.add_seeker(0, home, Funding::council);
    place(stage);
    CHECK(stage.market.people[0].contract[person] == cheaper);
}

TEST_CASE("A place promised to the council is not sold to anybody else, nor to the council on the spot")
{
    StagedMarket stage = full_homes();
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 3);
    stage.add_contract(provider, 2, 600.0);
    std::vector<PersonSlot> self_funders;
    for (int i = 0; i < 3; ++i)
        self_funders.push_back(stage.add_seeker(0, home, Funding::self_funder));
    place(stage);
    int placed = 0;
    for (PersonSlot const person : self_funders)
        placed += stage.market.people[0].is_in_care(person);
    CHECK(placed == 1);
}

TEST_CASE("Displaced people come first, then who has waited longest, whoever else seeks the last place")
{
    StagedMarket stage = full_homes();
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 2);
    PersonSlot const fresh = stage.add_seeker(0, home, Funding::council);
    PersonSlot const waited_two = stage.add_seeker(0, home, Funding::council);
    PersonSlot const waited_four = stage.add_seeker(0, home, Funding::council);
    PersonSlot const displaced = stage.add_seeker(0, home, Funding::council);
    People& people = stage.market.people[0];
    people[waited_two].weeks_waiting = 2;
    people[waited_four].weeks_waiting = 4;
    people[displaced].is_displaced = 1;
    place(stage);
    CHECK(people.is_in_care(displaced));
    CHECK(people.is_in_care(waited_four));
    CHECK(people.is_waiting(waited_two));
    CHECK(people.is_waiting(fresh));
    CHECK(people[displaced].is_displaced == 0);
    CHECK(people[waited_four].weeks_waiting == 0);
}

TEST_CASE("Nobody is placed beyond a provider's room, whatever the number and size of those who seek")
{
    StagedMarket stage = full_homes();
    ProviderId const provider = stage.provider(home, 1);
    stage.set_capacity(provider, 7);
    stage.add_contract(provider, 3, 590.0);
    for (int i = 0; i < 30; ++i)
        for (std::size_t locality = 0; locality < 3; ++locality)
            for (Funding const funding : all_of<Funding>())
            {
                PersonSlot const person = stage.add_seeker(locality, home, funding);
                stage.market.people[locality][person].need = 1 + (i * 7 + static_cast<int>(locality)) % 6;
            }
    place(stage);
    Providers const& all = stage.market.providers;
    auto const p = StagedMarket::at(provider);
    CHECK(all.occupied[p] <= all.capacity[p]);
    CHECK(all.contract_used[p] <= 3 * quarters_in_a_unit);
    CHECK(all.occupied[p] - all.contract_used[p] <= 4 * quarters_in_a_unit);
    CHECK(all.occupied[p] > 5 * quarters_in_a_unit);
}

TEST_CASE("A provider takes no council person below its reservation price, at a posted price neither")
{
    StagedMarket stage = full_homes();
    ProviderId const provider = stage.provider(home, 0);
    stage.set_capacity(provider, 5);
    set_lever(stage.inputs, &StrategyService::posted_spot_price, 550.0);
    stage.market.providers.reservation[StagedMarket::at(provider)] = 560.0;
    PersonSlot const person = stage.add_seeker(0, home, Funding::council);
    place(stage);
    CHECK(stage.market.people[0].is_waiting(person));
    stage.market.providers.reservation[StagedMarket::at(provider)] = 540.0;
    place(stage);
    CHECK(stage.market.people[0].provider[person] == provider);
    CHECK(stage.market.people[0][person].price == 550.0);
}

TEST_CASE("Homecare is bought where people live, a care home anywhere in the market area and no further")
{
    StagedMarket stage = full_homes(); // A - 20 min - B - 20 min - C, market area 35 min
    stage.fill_up(Service::homecare);
    stage.set_prices(Service::homecare, 16.0, 18.0, 14.0);
    stage.set_capacity(stage.provider(home, 1), 5);
    stage.set_capacity(stage.provider(Service::homecare, 1), 5);
    PersonSlot const home_a = stage.add_seeker(0, home, Funding::council);
    PersonSlot const care_a = stage.add_seeker(0, Service::homecare, Funding::council);
    place(stage);
    CHECK(stage.market.people[0].provider[home_a] == stage.provider(home, 1));
    CHECK(stage.market.people[0].is_waiting(care_a));

    StagedMarket far = full_homes();
    far.set_capacity(far.provider(home, 2), 5);
    PersonSlot const person = far.add_seeker(0, home, Funding::council);
    place(far);
    CHECK(far.market.people[0].is_waiting(person));
}

TEST_CASE("The council asks the cheapest provider first, and a self-funder pays the list price and weighs the rating")
{
    StagedMarket stage = full_homes();
    ProviderId const one = stage.provider(home, 0, 0);
    ProviderId const other = stage.provider(home, 0, 1);
    stage.set_capacity(one, 5);
    stage.set_capacity(other, 5);
    Providers& all = stage.market.providers;
    all.quote[StagedMarket::at(one)] = 590.0;
    all.is_rated[StagedMarket::at(one)] = 1;
    all.rating[StagedMarket::at(one)] = Rating::requires_improvement;
    all.known_as[StagedMarket::at(one)] = Rating::requires_improvement;
    PersonSlot const council = stage.add_seeker(0, home, Funding::council);
    PersonSlot const self_funder = stage.add_seeker(0, home, Funding::self_funder);
    place(stage);
    People const& people = stage.market.people[0];
    CHECK(people.provider[council] == one);
    CHECK(people[council].price == 590.0);
    CHECK(people.provider[self_funder] == other);
    CHECK(people[self_funder].price == 800.0);
}

TEST_CASE("A day waited in hospital is a delayed day, and only council people are counted as waiting")
{
    StagedMarket stage = full_homes();
    PersonSlot const in_hospital = stage.add_seeker(0, home, Funding::council);
    stage.market.people[0][in_hospital].source = Source::hospital;
    stage.market.people[0][in_hospital].first_day = 2; // came on the third day of the week
    stage.add_seeker(0, home, Funding::council);
    stage.add_seeker(0, home, Funding::self_funder);
    place(stage);
    MonthCounts::Area const& area = stage.market.counts[0].areas[stage.market.area(home, 0)];
    CHECK(area.hospital_person_days == 5);
    CHECK(area.waiting_person_days == 12);
    CHECK(area.waiting_quarter_days == 48);
}
