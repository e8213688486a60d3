#include "model/procurement/lots.hpp"

#include "model/contract_book.hpp"
#include "model/month_end.hpp"
#include "model/procurement/contract_dates.hpp"
#include "model/procurement/uplift_day.hpp"
#include "tests/support/fingerprint.hpp"
#include "tests/support/staged_phases.hpp"
#include "tests/support/staged_tender.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr double first_town_seeks = 6.0, last_town_seeks = 2.0; // [beds]
constexpr double cost_of_letting = 10'000.0;                    // [GBP]

/// Two towns that seek a block of six beds and one of two, let over an area. Every home of the second town is cheaper
/// than any of the first.
StagedTender two_towns(LotExtent over, std::size_t councils = 1)
{
    StagedTender stage(2, 2, councils);
    for (std::size_t const town : {0U, 1U})
    {
        stage.market.local[stage.market.area(StagedTender::service, town)].council_volume =
            (town == 0 ? first_town_seeks : last_town_seeks) / 0.4;
        for (std::size_t const n : {0U, 1U})
            stage.market.providers.efficiency[StagedMarket::at(stage.provider(StagedTender::service, town, n))] =
                1.0 - 0.1 * static_cast<double>(2 * town + n);
    }
    for (RouteBurden& burden : stage.inputs.behaviour.of[StagedTender::service].routes)
    {
        burden.cost = cost_of_letting;
        burden.work = 4.0;
    }
    stage.levers().lots = static_cast<double>(index_of(over));
    stage.agree();
    return stage;
}

/// Volume that somebody is guaranteed [units].
double guaranteed(Market const& market, ProviderId provider)
{
    double volume = 0.0;
    for (ContractId contract = 0; contract < market.contracts.size(); ++contract)
        if (market.contracts.provider[StagedMarket::at(contract)] == provider)
            volume += units(market.contracts.guaranteed[StagedMarket::at(contract)]);
    return volume;
}

/// What has been paid in a line for all localities [GBP].
double paid(StagedMarket const& stage, Flow flow, Service service, std::size_t locality, Channel kind = Channel::block)
{
    return to_pounds(stage.posted(flow, service, kind, locality));
}

std::size_t lines_with(std::vector<Decision> const& lines, Reason reason)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(lines, [reason](Decision const& line) { return line.reason == reason; }));
}

/// A place let over its area, and what a run of it says.
std::pair<std::uint64_t, std::uint64_t> outcome_of(std::size_t localities, LotExtent over)
{
    SmallPlace place;
    place.localities = localities;
    Inputs inputs = small_inputs(place);
    for (StrategyService& levers : inputs.strategies.front().of)
    {
        set_mix(levers, {.block = 0.3, .core = 0.2, .framework = 0.2});
        levers.contract_length = 1.0;
    }
    set_lever(inputs, &StrategyService::lots, static_cast<double>(index_of(over)));
    Run const run = run_all(inputs, 0);
    return {fingerprint(run.market), fingerprint(run.record)};
}

SmallPlace two_localities()
{
    SmallPlace place;
    place.localities = 2;
    return place;
}

/// A contract for eight beds for two towns, each of which has people on it, and places nobody uses.
struct Shared
{
    StagedMarket stage;
    Service service;
    ContractId contract{};

    Shared(Service of, Lot const& lot) : stage(two_localities()), service(of)
    {
        ProviderId const home = stage.provider(service, 0);
        stage.set_capacity(home, 20);
        stage.market.providers.is_rated[StagedMarket::at(home)] = 0;
        contract = stage.add_contract(home, 8, price);
        stage.market.contracts.lot[StagedMarket::at(contract)] = lot;
    }
    static constexpr double price = 500.0;

    PersonSlot add(std::size_t town, Funding funding)
    {
        return stage.add_resident(town, service, funding, stage.provider(service, 0), price, contract);
    }
};

} // namespace

TEST_CASE("Homes of all towns bid for what a council lets as one, and the best offer wins wherever it stands")
{
    StagedTender apart = two_towns(LotExtent::by_locality);
    apart.let();
    CHECK(guaranteed(apart.market, apart.provider(StagedTender::service, 0, 1)) == first_town_seeks);
    CHECK(guaranteed(apart.market, apart.provider(StagedTender::service, 1, 1)) == last_town_seeks);

    StagedTender together = two_towns(LotExtent::whole_council);
    together.let();
    REQUIRE(together.market.contracts.size() == 1);
    CHECK(guaranteed(together.market, together.provider(StagedTender::service, 1, 1)) ==
          first_town_seeks + last_town_seeks);
    Lot const& lot = together.market.contracts.lot.front();
    CHECK(lot.share_of(LocalityId{0}) == 0.75);
    CHECK(lot.share_of(LocalityId{1}) == 0.25);
}

TEST_CASE("One procurement for all towns takes its cost and its officers' time once, and each town bears its part")
{
    StagedTender apart = two_towns(LotExtent::by_locality);
    apart.let();
    StagedTender together = two_towns(LotExtent::whole_council);
    together.let();
    double const level = together.market.world.price_level;
    for (std::size_t const town : {0U, 1U})
        CHECK(paid(apart, Flow::procurement, StagedTender::service, town) == Approx(cost_of_letting * level));
    CHECK(paid(together, Flow::procurement, StagedTender::service, 0) == Approx(0.75 * cost_of_letting * level));
    CHECK(paid(together, Flow::procurement, StagedTender::service, 1) == Approx(0.25 * cost_of_letting * level));
    CHECK(together.market.commissioners.front().officer_weeks - apart.market.commissioners.front().officer_weeks ==
          Approx(4.0));
}

TEST_CASE("Care at home that is let for all towns is won in each by who works there, at the cost of one procurement")
{
    for (LotExtent const over : {LotExtent::by_locality, LotExtent::whole_council})
    {
        StagedMarket stage(two_localities());
        for (StrategyService& levers : stage.inputs.strategies.front().of)
            set_mix(levers, {});
        stage.seek(Service::homecare, 40.0, {.block = 0.5});
        stage.market.local[stage.market.area(Service::homecare, 1)].council_volume = 40.0;
        stage.set_prices(Service::homecare, 14.0, 18.0, 10.0);
        for (std::size_t const town : {0U, 1U})
            for (ProviderId const agency : stage.market.providers_of[stage.market.area(Service::homecare, town)])
                stage.set_capacity(agency, 60);
        for (RouteBurden& burden : stage.inputs.behaviour.of[Service::homecare].routes)
            burden.cost = cost_of_letting;
        set_lever(stage.inputs, &StrategyService::lots, static_cast<double>(index_of(over)));
        let_in(stage, 0);
        std::vector<double> won(2, 0.0);
        for (ContractId contract = 0; contract < stage.market.contracts.size(); ++contract)
            won.at(stage.market.contracts.locality[StagedMarket::at(contract)]) +=
                units(stage.market.contracts.guaranteed[StagedMarket::at(contract)]);
        CHECK(won == std::vector{20.0, 20.0});
        double const cost =
            paid(stage, Flow::procurement, Service::homecare, 0) + paid(stage, Flow::procurement, Service::homecare, 1);
        double const times = over == LotExtent::by_locality ? 2.0 : 1.0;
        CHECK(cost == Approx(times * cost_of_letting * stage.market.world.price_level));
    }
}

TEST_CASE("Of one town, or of one council, there is nothing more to let together")
{
    auto const one_town = outcome_of(1, LotExtent::by_locality);
    CHECK(outcome_of(1, LotExtent::whole_council) == one_town);
    CHECK(outcome_of(1, LotExtent::joint) == one_town);
    auto const one_council = outcome_of(3, LotExtent::whole_council);
    CHECK(outcome_of(3, LotExtent::joint) == one_council);
    CHECK(outcome_of(3, LotExtent::by_locality) != one_council);
}

TEST_CASE("Councils that let jointly have one contract at one rate, and share what letting it costs")
{
    StagedTender apart = two_towns(LotExtent::whole_council, 2);
    apart.let();
    CHECK(apart.market.contracts.size() == 2); // rivals: each lets its own

    StagedTender together = two_towns(LotExtent::joint, 2);
    together.let();
    REQUIRE(together.market.contracts.size() == 1);
    CHECK(guaranteed(together.market, together.provider(StagedTender::service, 1, 1)) ==
          first_town_seeks + last_town_seeks);
    double const cost = cost_of_letting * together.market.world.price_level;
    CHECK(-to_pounds(together.market.books.balance(Market::account_of_commissioner(0))) >= 0.75 * cost);
    CHECK(paid(together, Flow::procurement, StagedTender::service, 0) == Approx(0.75 * cost));
    CHECK(paid(together, Flow::procurement, StagedTender::service, 1) == Approx(0.25 * cost));
    for (std::size_t const council : {0U, 1U})
        CHECK(together.market.commissioners[council].officer_weeks -
                  apart.market.commissioners[council].officer_weeks ==
              Approx(4.0 * (council == 0 ? 0.25 : 0.75)));
}

TEST_CASE("A joint procurement waits until the officers of every council have time for their part")
{
    StagedTender stage = two_towns(LotExtent::joint, 2);
    stage.inputs.strategies[1].all.commissioning_staff = 0.0;
    stage.market.commissioners[1].officer_weeks = 0.0;
    stage.let();
    CHECK(stage.market.contracts.size() == 0);
    CHECK(paid(stage, Flow::procurement, StagedTender::service, 0) == 0.0);
}

TEST_CASE("Each pays for its own people and, by what it sought, for the places nobody used")
{
    Shared shared(Service::residential, {.parts = {{0, 6.0, 0.0}, {1, 2.0, 0.0}}});
    for (int n = 0; n < 3; ++n)
        shared.add(0, Funding::council);
    shared.add(1, Funding::council);
    deliver(shared.stage);
    double const weeks = shared.stage.week.days / 7.0;
    double const paid_for = shared.stage.market.tables.paid[Service::residential];
    CHECK(paid(shared.stage, Flow::care_used, Service::residential, 0) == Approx(3 * 500.0 * weeks * paid_for));
    CHECK(paid(shared.stage, Flow::care_used, Service::residential, 1) == Approx(1 * 500.0 * weeks * paid_for));
    CHECK(paid(shared.stage, Flow::care_void, Service::residential, 0) == Approx(4 * 0.75 * 500.0 * weeks));
    CHECK(paid(shared.stage, Flow::care_void, Service::residential, 1) == Approx(4 * 0.25 * 500.0 * weeks));
}

TEST_CASE("A place guaranteed for several towns is for whoever of them needs it, and else for nobody")
{
    for (bool const is_shared : {true, false})
    {
        Lot lot = lot_of(0);
        if (is_shared)
            lot.parts.push_back({.locality = 1, .council = 1.0});
        Shared shared(Service::residential, lot);
        shared.stage.set_prices(Service::residential, 650.0, 800.0, 600.0);
        PersonSlot const person = shared.stage.add_seeker(1, Service::residential, Funding::council);
        place(shared.stage);
        CHECK((shared.stage.market.people[1].contract[person] == shared.contract) == is_shared);
    }
}

TEST_CASE("The NHS's people are called along contracts it has joined, at their rate; else it buys at a quote")
{
    for (bool const joins : {true, false})
    {
        Lot lot{.parts = {{0, 6.0, 2.0}}, .nhs_joins = joins};
        Shared shared(Service::residential, lot);
        shared.stage.set_prices(Service::residential, 650.0, 800.0, 600.0);
        PersonSlot const person = shared.stage.add_seeker(0, Service::residential, Funding::nhs);
        place(shared.stage);
        People const& people = shared.stage.market.people[0];
        CHECK((people.contract[person] == shared.contract) == joins);
        CHECK(people[person].price == (joins ? 500.0 : 650.0));
        std::size_t const home = StagedMarket::at(shared.stage.provider(Service::residential, 0));
        CHECK(shared.stage.market.providers.contract_used[home] == (joins ? quarters_in_a_unit : 0));
    }
}

TEST_CASE("The NHS pays a contract's price, its part of voids, and in nursing homes all of the nursing")
{
    for (Service const service : {Service::residential, Service::nursing})
    {
        Shared shared(service, {.parts = {{0, 6.0, 2.0}}, .nhs_joins = true});
        for (int n = 0; n < 4; ++n)
            shared.add(0, n < 3 ? Funding::council : Funding::nhs);
        shared.stage.market.world.funded_nursing_care = 150.0;
        deliver(shared.stage);
        double const weeks = shared.stage.week.days / 7.0;
        double const paid_for = shared.stage.market.tables.paid[service];
        double const nursing = service == Service::nursing ? 150.0 : 0.0;
        CHECK(paid(shared.stage, Flow::care_used, service, 0) == Approx(3 * 500.0 * weeks * paid_for));
        CHECK(paid(shared.stage, Flow::care_void, service, 0) == Approx(4 * 0.75 * 500.0 * weeks));
        CHECK(paid(shared.stage, Flow::nhs_bought, service, 0) ==
              Approx((500.0 + nursing) * weeks * paid_for + 4 * 0.25 * 500.0 * weeks));
        CHECK(paid(shared.stage, Flow::funded_nursing, service, 0, Channel::spot) == Approx(3 * nursing * weeks));
    }
}

TEST_CASE("When a contract ends the NHS's people stay at its price, and in a nursing home pay all of it")
{
    Shared shared(Service::nursing, {.parts = {{0, 6.0, 2.0}}, .nhs_joins = true});
    PersonSlot const ours = shared.add(0, Funding::council);
    PersonSlot const theirs = shared.add(0, Funding::nhs);
    shared.stage.market.world.funded_nursing_care = 150.0;
    end_contract(shared.stage.market, shared.stage.week, shared.contract, Reason::term_ended);
    People const& people = shared.stage.market.people[0];
    CHECK(people[ours].price == 500.0);
    CHECK(people[theirs].price == 650.0);
    std::size_t const home = StagedMarket::at(shared.stage.provider(Service::nursing, 0));
    CHECK(shared.stage.market.providers.council_spot[home] == quarters_in_a_unit);
    CHECK(shared.stage.market.providers.nhs_spot[home] == quarters_in_a_unit);
}

TEST_CASE("With the NHS along more is sought, and it bears its part of what letting costs")
{
    for (bool const joins : {true, false})
    {
        StagedTender stage = two_towns(LotExtent::by_locality);
        stage.market.local[stage.market.area(StagedTender::service, 0)].nhs_volume = first_town_seeks / 0.4;
        stage.levers().nhs_joins = joins ? 1.0 : 0.0;
        stage.let();
        CHECK(guaranteed(stage.market, stage.provider(StagedTender::service, 0, 1)) ==
              first_town_seeks * (joins ? 2.0 : 1.0));
        double const cost = cost_of_letting * stage.market.world.price_level;
        CHECK(paid(stage, Flow::procurement, StagedTender::service, 0) == Approx(cost * (joins ? 0.5 : 1.0)));
        CHECK(paid(stage, Flow::nhs_procurement, StagedTender::service, 0) == Approx(cost * (joins ? 0.5 : 0.0)));
    }
}

TEST_CASE("Nobody wins more of a lot than the council lets one have, its group included")
{
    auto const won_by_three = [](double limit, bool are_grouped)
    {
        StagedTender stage(3);
        for (std::size_t n = 0; n < 3; ++n)
            stage.market.providers.efficiency[StagedMarket::at(stage.home(n))] = 1.0 + 0.1 * static_cast<double>(n);
        if (are_grouped) // the two cheapest
            for (std::size_t n = 0; n < 2; ++n)
                stage.market.providers.group[StagedMarket::at(stage.home(n))] = 0;
        stage.levers().lot_limit = limit;
        stage.let();
        std::vector<double> won;
        for (std::size_t n = 0; n < 3; ++n)
            won.push_back(guaranteed(stage.market, stage.home(n)));
        return won;
    };
    CHECK(won_by_three(1.0, false) == std::vector{8.0, 0.0, 0.0});
    CHECK(won_by_three(0.5, false) == std::vector{4.0, 4.0, 0.0});
    CHECK(won_by_three(0.5, true) == std::vector{4.0, 0.0, 4.0});
    CHECK(won_by_three(0.75, false) == std::vector{6.0, 2.0, 0.0});
}

TEST_CASE("Who is guaranteed as much as one may have does not bid, and the ledger says why")
{
    StagedTender stage(2);
    ContractId const has = stage.add_contract(stage.home(0), 8, 500.0);
    stage.market.local[stage.market.area(StagedTender::service, 0)].council_volume = 2 * StagedTender::lot / 0.4;
    stage.levers().lot_limit = 0.5;
    stage.let();
    CHECK(guaranteed(stage.market, stage.home(0)) == units(stage.market.contracts.guaranteed[StagedMarket::at(has)]));
    CHECK(guaranteed(stage.market, stage.home(1)) == StagedTender::lot);
    CHECK(lines_with(stage.take_decisions(), Reason::lot_limit) == 1);
}

TEST_CASE("Councils that let for themselves are rivals for the same places: each has fewer offers, at a higher price")
{
    auto const sums = [](LotExtent over)
    {
        SmallPlace place;
        place.councils = 2;
        place.council = {{96.0, 120.0, 48.0}};
        place.providers = {{4.0, 4.0, 2.0}};
        Inputs inputs = small_inputs(place);
        set_block_share(inputs, 0.6);
        set_lever(inputs, &StrategyService::lots, static_cast<double>(index_of(over)));
        set_lever(inputs, &StrategyService::contract_length, 1.0);
        set_lever(inputs, &StrategyService::block_price_limit, 1.5);
        std::map<Recorded, double> sum;
        for (std::uint32_t replicate = 0; replicate < 8; ++replicate)
        {
            Record const record = run_all(inputs, replicate).record;
            for (Recorded const what : {Recorded::tenders, Recorded::bids, Recorded::procurement_spend,
                                        Recorded::value_awarded, Recorded::volume_awarded})
                sum[what] += total(record, what, Service::residential);
        }
        return sum;
    };
    auto rivals = sums(LotExtent::whole_council);
    auto together = sums(LotExtent::joint);
    CHECK(together[Recorded::procurement_spend] < 0.7 * rivals[Recorded::procurement_spend]);
    CHECK(together[Recorded::bids] / together[Recorded::tenders] > rivals[Recorded::bids] / rivals[Recorded::tenders]);
    CHECK(together[Recorded::value_awarded] / together[Recorded::volume_awarded] <
          rivals[Recorded::value_awarded] / rivals[Recorded::volume_awarded]);
}

TEST_CASE("What an uplift adds, and what guarantees commit to, is the council's part of a contract shared with the NHS")
{
    Shared shared(Service::residential, {.parts = {{0, 6.0, 2.0}}, .nhs_joins = true});
    Market& market = shared.stage.market;
    std::size_t const c = StagedMarket::at(shared.contract);
    market.contracts.terms[c].uplift = {.rule = UpliftRule::fixed, .fixed = 0.1};
    shared.stage.week = Clock(2016).week(52);
    turn_to(market, shared.stage.inputs, shared.stage.week);
    uplift_prices(market, shared.stage.inputs, shared.stage.week);
    double const paid_for = market.tables.paid[Service::residential];
    CHECK(to_pounds(market.counts[0].areas[market.area(Service::residential, 0)].price_uplift) ==
          Approx(0.75 * 8 * 500.0 * 0.1 * paid_for));
    Clock const clock(2016);
    std::int32_t last = 52; // week of its month
    while (clock.week(last + 1).months.first_month == clock.week(last).months.first_month)
        ++last;
    Record record(RecordShape{24, market.locality_count()});
    close_week(market, clock.week(last), record);
    CHECK(total(record, Recorded::guaranteed_units, Service::residential) == 8.0);
    CHECK(total(record, Recorded::committed_guarantee, Service::residential) / 100.0 ==
          Approx(0.75 * 8 * 550.0 * (400 - last - 1)));
}
