#include "model/build.hpp"
#include "model/step.hpp"
#include "tests/support/busy_market.hpp"
#include "tests/support/fingerprint.hpp"
#include "tests/support/ledger.hpp"
#include "tests/support/orders_of_blocks.hpp"
#include "tests/support/small_market.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <tuple>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

SmallPlace five_towns()
{
    SmallPlace place;
    place.localities = 5;
    place.council = {{160.0, 90.0, 40.0}};
    return place;
}

/// All that a run says: fingerprints of its market and record, and its ledger.
using Outcome = std::tuple<std::uint64_t, std::uint64_t, std::vector<Decision>>;

Outcome outcome_of(Inputs const& inputs, std::uint32_t replicate, ForEachBlock const& for_each_block)
{
    Market start = market_at_start(inputs, replicate, for_each_block);
    open_notebooks(start);
    Run run = run_weeks(std::move(start), inputs, inputs.years * 52, for_each_block);
    return {fingerprint(run.market), fingerprint(run.record), take_decisions(run.market)};
}

/// What people are, whatever happens to them.
using Traits = std::tuple<std::size_t, Service, AgeBand, Funding, Source, Quarters, double, int, int, int>;

/// Everybody who was ever seen in a run, from the week in which they were first seen.
std::map<EntityKey, std::pair<std::int32_t, Traits>> ever_seen(Market market, Inputs const& inputs, std::int32_t from,
                                                               std::int32_t until)
{
    std::map<EntityKey, std::pair<std::int32_t, Traits>> seen;
    Clock const clock(inputs.first_year);
    Record record(RecordShape{0, market.locality_count()});
    for (std::int32_t week = from; week < until; ++week)
    {
        advance(market, inputs, clock.week(week), in_order, record);
        for (std::size_t block = 0; block < market.people.size(); ++block)
        {
            People const& p = market.people[block];
            for (PersonSlot s = 0; s < p.size(); ++s)
                if (!p.is_empty(s))
                    seen.try_emplace(p[s].key, week,
                                     Traits{block, p[s].assessed, p[s].band, p[s].funding, p[s].source,
                                            p[s].assessed_need, p[s].charge, p[s].taste, p[s].chooses,
                                            p[s].is_temporary});
        }
    }
    return seen;
}

/// A run in which free slots are handed out in another order every week, and whether any was.
std::pair<Run, bool> with_slots_in_another_order(Market market, Inputs const& inputs, std::int32_t weeks,
                                                 RecordShape const& shape)
{
    Record record(shape);
    Clock const clock(inputs.first_year);
    std::uint64_t state = 5;
    bool moved_any = false;
    for (std::int32_t week = 0; week < weeks; ++week)
    {
        for (People& people : market.people)
        {
            std::vector<PersonSlot> const free = people.free_slots;
            std::vector<std::size_t> const order = random_order(free.size(), state);
            for (std::size_t i = 0; i < free.size(); ++i)
                people.free_slots[i] = free[order[i]];
            moved_any |= people.free_slots != free;
        }
        advance(market, inputs, clock.week(week), in_order, record);
    }
    return {Run{std::move(market), std::move(record)}, moved_any};
}

} // namespace

TEST_CASE("A run has the same bits whichever order its localities are worked on")
{
    Inputs const inputs = small_inputs(five_towns());
    for (std::uint32_t replicate = 0; replicate < 3; ++replicate)
    {
        Outcome const usual = outcome_of(inputs, replicate, in_order);
        CHECK(std::get<2>(usual).size() > 1000);
        CHECK((usual == outcome_of(inputs, replicate, in_reverse)));
        CHECK((usual == outcome_of(inputs, replicate, shuffled(replicate + 1))));
    }
}

TEST_CASE("Where everything happens that can, a run has the same bits in any order, too")
{
    Inputs const inputs = busy_inputs();
    Outcome const usual = outcome_of(inputs, 0, in_order);
    CHECK(std::get<2>(usual).size() > 1000);
    CHECK((usual == outcome_of(inputs, 0, in_reverse)));
    CHECK((usual == outcome_of(inputs, 0, shuffled(7))));
}

TEST_CASE("Where contracts are managed, a run has the same bits in any order, and wherever people are stored")
{
    Inputs const inputs = busy_inputs_managed(1);
    Outcome const usual = outcome_of(inputs, 0, in_order);
    auto const& ledger = std::get<2>(usual);
    auto const noted = [&ledger](Reason reason) {
        return std::any_of(ledger.begin(), ledger.end(),
                           [reason](Decision const& line) { return line.reason == reason; });
    };
    CHECK((noted(Reason::visited) && noted(Reason::reported) && noted(Reason::query) && noted(Reason::decommissioned)));
    CHECK((usual == outcome_of(inputs, 0, in_reverse)));
    CHECK((usual == outcome_of(inputs, 0, shuffled(7))));
    RecordShape const shape{.periods = 12, .localities = inputs.place.localities.size()};
    auto const [moved, moved_any] = with_slots_in_another_order(market_at_start(inputs, 0), inputs, 52, shape);
    CHECK(moved_any);
    CHECK(fingerprint(moved.market) == std::get<0>(usual));
}

TEST_CASE("However a list is used, a run has the same bits in any order, and wherever people are stored")
{
    for (CallOff const way : {CallOff::mini_competition, CallOff::choice, CallOff::rota})
    {
        INFO(name_of(way));
        Inputs inputs = busy_inputs(1);
        for (StrategyService& levers : inputs.strategies.front().of)
        {
            set_mix(levers, {.block = 0.1, .framework = 0.6});
            levers.call_off = static_cast<double>(index_of(way));
            levers.demand_cap = 0.4;
            levers.listed_guarantee = 0.3;
            levers.list_reopens = 0.5;
        }
        Outcome const usual = outcome_of(inputs, 0, in_order);
        CHECK((usual == outcome_of(inputs, 0, in_reverse)));
        CHECK((usual == outcome_of(inputs, 0, shuffled(7))));
        RecordShape const shape{.periods = 12, .localities = inputs.place.localities.size()};
        auto const [moved, moved_any] = with_slots_in_another_order(market_at_start(inputs, 0), inputs, 52, shape);
        CHECK(moved_any);
        CHECK(fingerprint(moved.market) == std::get<0>(usual));
        CHECK(fingerprint(moved.record) == std::get<1>(usual));
    }
}

TEST_CASE("What councils and the NHS let jointly is the same in any order of localities, wherever people are stored")
{
    Inputs const inputs = busy_inputs_let_jointly(1);
    Outcome const usual = outcome_of(inputs, 0, in_order);
    CHECK((usual == outcome_of(inputs, 0, in_reverse)));
    CHECK((usual == outcome_of(inputs, 0, shuffled(7))));
    RecordShape const shape{.periods = 12, .localities = inputs.place.localities.size()};
    auto const [moved, moved_any] = with_slots_in_another_order(market_at_start(inputs, 0), inputs, 52, shape);
    CHECK(moved_any);
    CHECK(fingerprint(moved.market) == std::get<0>(usual));
    CHECK(fingerprint(moved.record) == std::get<1>(usual));
}

TEST_CASE("The order in which journeys are written, and their direction, change no bit")
{
    Inputs const inputs = small_inputs(five_towns());
    Inputs permuted = inputs;
    std::reverse(permuted.place.travel.begin(), permuted.place.travel.end());
    for (TravelLink& link : permuted.place.travel)
        std::swap(link.from, link.to);
    CHECK((outcome_of(inputs, 2, in_order) == outcome_of(permuted, 2, in_order)));
}

TEST_CASE("People reabled, spared, at home with family and technology, and looked at again, have the same bits in any "
          "order, too")
{
    Inputs const inputs = busy_inputs_of_demand();
    Outcome const usual = outcome_of(inputs, 0, in_order);
    std::map<Reason, int> met;
    for (Decision const& line : std::get<2>(usual))
        ++met[line.reason];
    for (Reason const reason : {Reason::reablement, Reason::technology, Reason::prevention, Reason::respite,
                                Reason::family_gave_up, Reason::dear_placement, Reason::off_contract})
    {
        INFO(name_of(reason));
        CHECK(met[reason] > 0);
    }
    CHECK((usual == outcome_of(inputs, 0, in_reverse)));
    CHECK((usual == outcome_of(inputs, 0, shuffled(7))));
    RecordShape const shape{.periods = 12, .localities = inputs.place.localities.size()};
    auto const [moved, moved_any] = with_slots_in_another_order(market_at_start(inputs, 0), inputs, 52, shape);
    CHECK(moved_any);
    Run const run = run_weeks(market_at_start(inputs, 0), inputs, 52);
    CHECK(fingerprint(moved.market) == fingerprint(run.market));
}

TEST_CASE("A run has the same bits on one thread and on many", "[threads]")
{
    for (Inputs const& inputs :
         {small_inputs(five_towns()), busy_inputs(), busy_inputs_let_jointly(), busy_inputs_of_demand()})
    {
        Outcome const usual = outcome_of(inputs, 1, in_order);
        CHECK((usual == outcome_of(inputs, 1, on_threads(2))));
        CHECK((usual == outcome_of(inputs, 1, on_threads(5))));
    }
}

TEST_CASE("Runs of one replicate are equal, and those of two replicates or two seeds are not")
{
    Inputs const inputs = small_inputs();
    Outcome const usual = outcome_of(inputs, 1, in_order);
    CHECK(usual == outcome_of(inputs, 1, in_order));
    CHECK(std::get<1>(usual) != std::get<1>(outcome_of(inputs, 2, in_order)));
    Inputs other = inputs;
    other.seed = 8;
    CHECK(std::get<1>(usual) != std::get<1>(outcome_of(other, 1, in_order)));
}

TEST_CASE("Keeping the ledger changes no number")
{
    Inputs const inputs = small_inputs();
    Run const unwatched = run_all(inputs, 1);
    Outcome const watched = outcome_of(inputs, 1, in_order);
    CHECK(fingerprint(unwatched.market) == std::get<0>(watched));
    CHECK(fingerprint(unwatched.record) == std::get<1>(watched));
}

TEST_CASE("Where a person is stored is of no account: free slots handed out in another order give the same bits")
{
    Inputs const inputs = small_inputs();
    Market const& start = small_start(2);
    Run const usual = run_weeks(start, inputs, 104);
    auto const [moved, moved_any] = with_slots_in_another_order(start, inputs, 104, usual.record.shape());
    Market const& market = moved.market;
    CHECK(moved_any);
    CHECK(fingerprint(market) == fingerprint(usual.market));
    CHECK(moved.record == usual.record);
    bool stored_elsewhere = false;
    for (std::size_t block = 0; block < market.people.size(); ++block)
    {
        People const& here = market.people[block];
        People const& there = usual.market.people[block];
        for (PersonSlot s = 0; s < std::min(here.size(), there.size()); ++s)
            stored_elsewhere |= here[s].key != there[s].key;
    }
    CHECK(stored_elsewhere);
}

TEST_CASE("A copy of a market is a fork: both go the same way, and neither touches the other")
{
    Inputs const inputs = small_inputs();
    Market const start = small_start(2);
    std::uint64_t const before = fingerprint(start);
    Market copy = start;
    Run const one = run_weeks(start, inputs, 60);
    CHECK(fingerprint(start) == before);
    CHECK(fingerprint(copy) == before);
    Run const other = run_weeks(std::move(copy), inputs, 60);
    CHECK(fingerprint(one.market) == fingerprint(other.market));
    CHECK(one.record == other.record);
    CHECK(fingerprint(one.market) != before);
}

TEST_CASE("Two strategies of a replicate share week 0 and meet the same people in the same weeks")
{
    Inputs const inherited = small_inputs();
    Inputs other = inherited;
    set_block_share(other, 0.8);
    set_lever(other, &StrategyService::spot_limit, 0.9);
    set_lever(other, &StrategyService::uplift_rule, 0.0);
    Market const& start = small_start(3);
    CHECK(fingerprint(run_weeks(start, inherited, 80).record) != fingerprint(run_weeks(start, other, 80).record));
    auto const under_one = ever_seen(start, inherited, 0, 80);
    CHECK(under_one.size() > 300);
    CHECK(under_one == ever_seen(start, other, 0, 80));
}

TEST_CASE("A provider more in one locality changes nobody's arrival or traits, nor those of other providers")
{
    Inputs inputs = small_inputs();
    // Where capital is never spent, prices do not move arrivals: else who has been paying for how long hangs on them.
    for (PlaceService& service : inputs.place.of)
    {
        service.self_funder_capital = 1e9;
        service.disregarded_share = 0.0;
    }
    Inputs more = inputs;
    LocalSupply& supply = more.place.localities[1].supply[Service::residential];
    supply.capacity *= (supply.providers + 1.0) / supply.providers;
    supply.providers += 1.0;
    Market const one = build_market(inputs, 4);
    Market const other = build_market(more, 4);
    CHECK(other.providers.key.size() == one.providers.key.size() + 1);
    for (std::size_t p = 0; p < one.providers.key.size(); ++p)
    {
        auto const found = std::find(other.providers.key.begin(), other.providers.key.end(), one.providers.key[p]);
        REQUIRE(found != other.providers.key.end());
        auto const q = static_cast<std::size_t>(found - other.providers.key.begin());
        CHECK(one.providers.efficiency[p] == other.providers.efficiency[q]);
        CHECK(one.providers.wage[p] == other.providers.wage[q]);
        CHECK(one.providers.quality_level[p] == other.providers.quality_level[q]);
        CHECK(one.providers.retirement_left[p] == other.providers.retirement_left[q]);
        CHECK(one.providers.inspection_left[p] == other.providers.inspection_left[q]);
    }
    std::int32_t const first = -warm_up_years * Clock::weeks_in_a_year;
    auto const seen = ever_seen(one, inputs, first, first + 60);
    CHECK(seen.size() > 300);
    CHECK((seen == ever_seen(other, more, first, first + 60)));
}
