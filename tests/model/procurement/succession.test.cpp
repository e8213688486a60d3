#include "model/procurement/succession.hpp"

#include "model/procurement/contract_dates.hpp"
#include "tests/support/bookkeeper.hpp"
#include "tests/support/busy_market.hpp"
#include "tests/support/fingerprint.hpp"
#include "tests/support/ledger.hpp"
#include "tests/support/staged_phases.hpp"
#include "tests/support/staged_tender.hpp"

#include "model/build.hpp"
#include "model/identities.hpp"
#include "model/provider_prices.hpp"
#include "model/step.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr std::int32_t end = 5;

/// A provider whose contract for four units ends in week 5, four people on it, and another of the same town that has won
/// the volume.
struct Succession
{
    Service service;
    StagedMarket stage;
    ProviderId old_one, new_one;
    ContractId old_contract{}, new_contract{};
    std::vector<PersonSlot> people;

    explicit Succession(Service of, ExistingPeople existing = ExistingPeople::move, bool with_staff = false)
        : service(of), old_one(stage.provider(of, 0, 0)), new_one(stage.provider(of, 0, 1))
    {
        set_block_share(stage.inputs, 0.0); // nothing is let besides
        set_lever(stage.inputs, &StrategyService::existing_people, static_cast<double>(index_of(existing)));
        set_lever(stage.inputs, &StrategyService::staff_transfer, with_staff ? 1.0 : 0.0);
        for (BehaviourService& b : stage.inputs.behaviour.of)
            b.provider_declines = 0.0;
        stage.market.commissioners.front().officer_weeks = 1e6;
        for (ProviderId const one : {old_one, new_one})
        {
            stage.set_capacity(one, 20);
            stage.market.providers.is_rated[StagedMarket::at(one)] = 0;
        }
        old_contract = stage.add_contract(old_one, 4, price(1.0), end);
        new_contract = stage.add_contract(new_one, 4, price(0.9));
        for (int n = 0; n < 4; ++n)
            people.push_back(stage.add_resident(0, of, Funding::council, old_one, price(1.0), old_contract));
    }
    [[nodiscard]] double price(double times) const { return times * (is_care_home(service) ? 600.0 : 16.0); }
    [[nodiscard]] std::size_t at(ProviderId provider) const { return StagedMarket::at(provider); }
    Contracts& contracts() { return stage.market.contracts; }
    Providers& providers() { return stage.market.providers; }

    void act(std::int32_t week = end)
    {
        stage.week = Clock(2016).week(week);
        act_on_contract_dates(stage.market, stage.inputs, stage.week);
    }
    [[nodiscard]] std::size_t moved() const
    {
        std::size_t count = 0;
        for (PersonSlot const p : people)
            count += stage.market.people[0].provider[p] == new_one;
        return count;
    }
    [[nodiscard]] MonthCounts::Area const& counts() const
    {
        return stage.market.counts[0].areas[stage.market.area(service, 0)];
    }
    /// What its staff would have to be to deliver so many units.
    void staff_for(ProviderId provider, double units)
    {
        Providers& all = providers();
        BehaviourService const& b = stage.inputs.behaviour.of[service];
        all.efficiency[at(provider)] = 1.0;
        all.staff[at(provider)] = units * b.staff_hours * (1.0 + all.travel[at(provider)]) / (1.0 + b.agency_reach);
        all.posts[at(provider)] = all.staff[at(provider)];
        all.capacity[at(provider)] = static_cast<Quarters>(units * quarters_in_a_unit);
    }
};

} // namespace

TEST_CASE("When others have won a contract's volume its people stay where they are, or go over to the winner's price")
{
    for (Service const service : all_of<Service>())
    {
        if (service == Service::nursing)
            continue; // one home in the small town
        INFO(name_of(service));
        Succession stays(service, ExistingPeople::stay);
        stays.act();
        CHECK(stays.moved() == 0);
        CHECK(stays.providers().council_spot[stays.at(stays.old_one)] == 16);
        CHECK(stays.stage.market.handovers.empty());

        Succession moves(service);
        moves.act();
        CHECK(moves.moved() == 4);
        CHECK(moves.contracts().used[static_cast<std::size_t>(moves.new_contract)] == 16);
        CHECK(moves.stage.market.people[0][moves.people.front()].price == moves.price(0.9));
        CHECK(moves.providers().occupied[moves.at(moves.old_one)] == 0);
        CHECK(broken_identities(moves.stage.market).empty());
    }
}

TEST_CASE("Who goes over with a contract moves house in a care home, and at home does not")
{
    Succession homes(Service::residential);
    homes.act();
    CHECK(homes.counts().displaced == 4);
    CHECK(homes.counts().council_displaced == 4);
    MonthCounts::Cell const& cell =
        homes.stage.market.counts[0].channels[homes.stage.market.cell(homes.service, Channel::block, 0)];
    CHECK(cell.placed_again == 4);
    CHECK(cell.starts == 4); // each of them placed again
    Succession agencies(Service::homecare);
    agencies.act();
    CHECK(agencies.moved() == 4);
    CHECK(agencies.counts().displaced == 0);
}

TEST_CASE("People go over as far as the successor has places and guaranteed them, the rest are bought where they are")
{
    Succession short_of_beds(Service::residential);
    short_of_beds.stage.set_capacity(short_of_beds.new_one, 3);
    short_of_beds.act();
    CHECK(short_of_beds.moved() == 3);
    CHECK(short_of_beds.providers().council_spot[short_of_beds.at(short_of_beds.old_one)] == 4);

    Succession small(Service::residential);
    small.contracts().guaranteed[static_cast<std::size_t>(small.new_contract)] = 8;
    small.providers().guaranteed[small.at(small.new_one)] = 8;
    small.act();
    CHECK(small.moved() == 2);

    Succession embargoed(Service::residential);
    embargoed.providers().is_rated[embargoed.at(embargoed.new_one)] = 1;
    embargoed.providers().rating[embargoed.at(embargoed.new_one)] = Rating::inadequate;
    embargoed.act();
    CHECK(embargoed.moved() == 0);
}

TEST_CASE("A person may refuse to go over as any offer may be refused, and then stays")
{
    Succession some(Service::residential);
    some.stage.inputs.behaviour.all.person_refuses = 1.0;
    some.act();
    CHECK(some.moved() == 0);
    CHECK(some.stage.market.counts[0].refused_by_people == 4);
    Succession declined(Service::residential);
    declined.stage.inputs.behaviour.of[Service::residential].provider_declines = 1.0;
    declined.act();
    CHECK(declined.moved() == 0);
}

TEST_CASE("A contract that begins within a quarter of another's end is its successor, and one that comes later is not")
{
    auto const moved_when = [](std::int32_t begins)
    {
        Succession some(Service::residential);
        auto const c = static_cast<std::size_t>(some.new_contract);
        some.contracts().begins[c] = begins;
        if (begins > end)
        {
            some.contracts().is_in_force[c] = 0;
            some.providers().guaranteed[some.at(some.new_one)] = 0;
            some.contracts().terms[c].takes_over_existing = false;
            some.stage.market.due.add({begins, EventKind::contract_begins, some.contracts().key[c],
                                       static_cast<std::uint32_t>(some.new_contract)});
        }
        for (std::int32_t week = end; week <= end + 20; ++week)
            some.act(week);
        return some.moved();
    };
    CHECK(moved_when(end) == 4);
    CHECK(moved_when(end - 13) == 4);
    CHECK(moved_when(end - 14) == 0);
    CHECK(moved_when(end + 13) == 4);
    CHECK(moved_when(end + 14) == 0);
}

TEST_CASE("The cheaper of two successors is filled first")
{
    Succession some(Service::homecare);
    ProviderId const dearer = some.stage.provider(Service::homecare, 0, 2);
    some.stage.set_capacity(dearer, 20);
    some.stage.add_contract(dearer, 4, some.price(0.95));
    some.contracts().guaranteed[static_cast<std::size_t>(some.new_contract)] = 12;
    some.providers().guaranteed[some.at(some.new_one)] = 12;
    some.act();
    CHECK(some.moved() == 3);
    CHECK(some.contracts().used.back() == 4);
}

TEST_CASE("Staff go with the work at the pay they had, so a successor short of staff takes over everybody at once")
{
    auto const after = [](bool with_staff)
    {
        Succession some(Service::homecare, ExistingPeople::move, with_staff);
        some.staff_for(some.old_one, 4.0);
        some.staff_for(some.new_one, 1.0);
        some.providers().wage[some.at(some.old_one)] = 10.0;
        some.providers().wage[some.at(some.new_one)] = 8.0;
        some.act();
        return some;
    };
    Succession const alone = after(false);
    CHECK(alone.moved() == 1);
    CHECK(alone.stage.market.providers.wage[alone.at(alone.new_one)] == 8.0);

    Succession const with = after(true);
    Providers const& before = after(false).stage.market.providers;
    Providers const& all = with.stage.market.providers;
    CHECK(with.moved() == 4);
    CHECK(all.staff[with.at(with.old_one)] == Approx(0.0).margin(1e-9));
    CHECK(all.posts[with.at(with.old_one)] == Approx(0.0).margin(1e-9));
    CHECK(all.staff[with.at(with.old_one)] + all.staff[with.at(with.new_one)] ==
          Approx(before.staff[with.at(with.old_one)] + before.staff[with.at(with.new_one)]));
    CHECK(all.staff[with.at(with.old_one)] * 10.0 +
              all.staff[with.at(with.new_one)] * all.wage[with.at(with.new_one)] ==
          Approx(before.staff[with.at(with.old_one)] * 10.0 + before.staff[with.at(with.new_one)] * 8.0));
    CHECK(all.capacity[with.at(with.new_one)] >= all.occupied[with.at(with.new_one)]);
}

TEST_CASE("Staff who do not serve those who move stay with the provider")
{
    Succession some(Service::homecare, ExistingPeople::move, true);
    some.staff_for(some.old_one, 8.0); // four spare
    some.staff_for(some.new_one, 1.0);
    double const staff = some.providers().staff[some.at(some.old_one)];
    some.act();
    CHECK(some.providers().staff[some.at(some.old_one)] == Approx(staff / 2.0));
}

TEST_CASE("A bidder reckons with the people who will come over, and prices the care it will give them")
{
    auto const asked_under = [](ExistingPeople existing)
    {
        StagedTender stage(3);
        stage.levers().existing_people = static_cast<double>(index_of(existing));
        stage.market.local[stage.market.area(StagedTender::service, 0)].council_starts = 0.01;
        ContractId const ending = stage.add_contract(stage.home(0), 8, 600.0, 10);
        for (int n = 0; n < 8; ++n)
            stage.add_resident(0, StagedTender::service, Funding::council, stage.home(0), 600.0, ending);
        Providers& all = stage.market.providers;
        for (std::size_t n = 0; n < 3; ++n)
            all.list_price[StagedMarket::at(stage.home(n))] = 0.0;
        stage.market.providers.sector[StagedMarket::at(stage.home(0))] = Sector::in_house; // does not bid
        for (double& overhead : all.overhead)
            overhead = 9000.0; // so that an empty place is not free
        stage.let();
        return stage;
    };
    // So few others come that the block would stay empty for long, paid for all the same.
    StagedTender const stay = asked_under(ExistingPeople::stay);
    StagedTender const move = asked_under(ExistingPeople::move);
    REQUIRE(stay.winner() != no_provider);
    REQUIRE(move.winner() != no_provider);
    CHECK(move.price() > 1.1 * stay.price());
}

TEST_CASE("Books of a market in which people and staff go over with contracts balance, and are as its ledger tells")
{
    Inputs inputs = busy_inputs(3);
    for (StrategyService& levers : inputs.strategies.front().of)
    {
        levers.existing_people = 1.0;
        levers.staff_transfer = 1.0;
    }
    Market market = market_at_start(inputs, 0);
    Register who;
    who.add(market);
    Bookkeeper books(who, terms_of(inputs), opening_state(market, -1));
    open_notebooks(market);
    Clock const clock(inputs.first_year);
    Record record(RecordShape{.periods = 36, .localities = market.locality_count()});
    std::size_t moved = 0;
    for (std::int32_t week = 0; week < 3 * Clock::weeks_in_a_year; ++week)
    {
        advance(market, inputs, clock.week(week), in_order, record);
        who.add(market);
        std::vector<Decision> const lines = take_decisions(market);
        for (Decision const& line : lines)
            moved += line.kind == DecisionKind::care_begins && line.reason == Reason::transfer;
        books.pay_week(clock.week(week), lines);
        REQUIRE(broken_identities(market).empty());
    }
    CHECK(moved > 0);
    CHECK(books.complaints().empty());
    Pence expected = 0;
    Pence found = 0;
    for (auto const& [line, pence] : books.money())
        expected +=
            std::get<1>(line) == Recorded::gross_spend && std::get<0>(line) < market.first_month + 36 ? pence : 0;
    for (Pence const pence : record.pence(Recorded::gross_spend))
        found += pence;
    CHECK(found == expected);
}
