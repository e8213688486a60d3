#include "model/phases/demand.hpp"

#include "model/build.hpp"
#include "model/demand/traits.hpp"
#include "model/step.hpp"
#include "tests/support/ledger.hpp"
#include "tests/support/staged_market.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <map>
#include <set>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

struct Stay
{
    Decision begins, ends;
};

/// Temporary stays of a run that were not cut short.
std::vector<Stay> temporary_stays()
{
    Inputs const inputs = small_inputs({}, 3);
    Market market = small_start();
    open_notebooks(market);
    Run const run = run_weeks(market, inputs, 156);
    market = run.market;
    std::map<std::uint64_t, Decision> began;
    std::set<std::uint64_t> moved; // who has to move keeps the day on which the stay will end
    std::vector<Stay> stays;
    for (Decision const& line : take_decisions(market))
        if (line.kind == DecisionKind::care_begins)
            began[line.subject.value] = line;
        else if (line.kind == DecisionKind::care_ends && line.reason != Reason::temporary_stay)
            moved.insert(line.subject.value);
        else if (line.kind == DecisionKind::care_ends && began.contains(line.subject.value) &&
                 !moved.contains(line.subject.value))
            stays.push_back({began[line.subject.value], line});
    return stays;
}

} // namespace

TEST_CASE("A temporary stay lasts four weeks to the day, 28 days where no week is longer than seven")
{
    std::vector<Stay> const stays = temporary_stays();
    CHECK(stays.size() > 20);
    Clock const clock(2016);
    int measured = 0;
    for (auto const& [begins, ends] : stays)
    {
        REQUIRE(ends.week - begins.week == 4);
        REQUIRE(ends.day == begins.day);
        Date const from = clock.week(begins.week).first + std::chrono::days{begins.day};
        Date const until = clock.week(ends.week).first + std::chrono::days{ends.day};
        bool const crosses_new_year = begins.week / 52 != ends.week / 52;
        if (!crosses_new_year)
            REQUIRE((until - from).count() == 28);
        measured += !crosses_new_year;
    }
    CHECK(measured > 20);
}

// The day of the week on which the stay began is its last: after a leap year's week of nine days that may be no day of
// a week of seven.
TEST_CASE("A temporary stay that began on the ninth day of a long week ends within the seven days of its last")
{
    StagedMarket stage;
    Clock const clock(2016);
    REQUIRE(clock.week(207).days == 9);
    ProviderId const provider = stage.provider(home, 0);
    PersonSlot const person = stage.add_resident(0, home, Funding::council, provider, 600.0);
    People& people = stage.market.people[0];
    people[person].is_temporary = 1;
    people.hazard_row[person] = no_hazard;
    people.stay_left[person] = 8.0F; // as brokerage leaves it: began on the ninth day of week 207
    stage.market.due_in_block[0].add({211, EventKind::temporary_stay_ends, people[person].key, person});
    for (Funding const funding : all_of<Funding>())
        stage.market.tables.arrivals[home][funding] = 0.0;
    admit_new_demand(stage.market, stage.inputs, clock.week(211), 0);
    CHECK(people[person].last_day <= clock.week(211).days);
}

TEST_CASE("Of people who come to stay, the share still there falls as the length of care says")
{
    StagedMarket stage;
    for (Service const service : all_of<Service>())
        for (Funding const funding : all_of<Funding>())
            stage.market.tables.arrivals[service][funding] = 0.0;
    People& people = stage.market.people[0];
    constexpr int count = 4000;
    for (Service const service : all_of<Service>())
        for (int i = 0; i < count; ++i)
        {
            PersonSlot const p = stage.add_resident(0, service, Funding::self_funder, stage.provider(service, 0), 1.0);
            draw_traits(stage.market, stage.inputs, 0, p, 7);
        }
    Clock const clock(2016);
    for (std::int32_t week = 0; week <= 104; ++week)
    {
        admit_new_demand(stage.market, stage.inputs, clock.week(week), 0);
        if (week != 52 && week != 104)
            continue;
        PerService<int> alive{};
        for (PersonSlot p = 0; p < people.size(); ++p)
            alive[people[p].service] += !people.is_empty(p) && people[p].last_day == stays_on;
        for (Service const service : all_of<Service>())
        {
            BehaviourService const& b = stage.inputs.behaviour.of[service];
            double const years = static_cast<double>(week + 1) / 52.18;
            double const expected = std::exp(-std::pow(years / b.stay_scale, b.stay_shape));
            double const allowed = 4.0 * std::sqrt(0.25 / count) + 0.005;
            CHECK(static_cast<double>(alive[service]) / count == Approx(expected).margin(allowed));
        }
    }
}

TEST_CASE("As many people come as keep the stock of the start: arrivals a year are people over their mean stay")
{
    SmallPlace place_of_the_rich; // whose capital is never spent, so that they pay for all of their stay
    place_of_the_rich.capital = 1e9;
    Inputs inputs = small_inputs(place_of_the_rich);
    inputs.place.of[Service::homecare].self_funder_capital = 1e9;
    for (PlaceService& service : inputs.place.of)
        service.disregarded_share = 0.0;
    for (LocalityInput& locality : inputs.place.localities)
        for (AgeBand const band : all_of<AgeBand>())
            locality.population[band].resize(1); // no growth before the last date, and none after
    for (AgeBand const band : all_of<AgeBand>())
        inputs.outlook.all.population_growth[band] = 0.0;
    PerService<double> arrivals{};
    constexpr std::uint32_t replicates = 20;
    Clock const clock(2016);
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate)
    {
        Market market = build_market(inputs, replicate);
        for (std::int32_t week = 0; week < 52; ++week)
            for (std::size_t block = 0; block < market.locality_count(); ++block)
            {
                admit_new_demand(market, inputs, clock.week(week), block);
                for (PersonSlot p = 0; p < market.people[block].size(); ++p)
                {
                    People& people = market.people[block];
                    if (people.is_empty(p) || people[p].funding != Funding::self_funder ||
                        people.need_since[p] != week + 1)
                        continue;
                    arrivals[people[p].service] += 1.0;
                }
            }
    }
    for (Service const service : all_of<Service>())
    {
        PlaceService const& place = inputs.place.of[service];
        double const people =
            place.council_people * place.self_funder_share / (1.0 - place.self_funder_share - place.other_buyer_share);
        BehaviourService const& b = inputs.behaviour.of[service];
        // Mean of the Weibull length of care, its tail beyond the limit left out.
        double const mean = b.stay_scale * std::tgamma(1.0 + 1.0 / b.stay_shape);
        double const expected = replicates * people / mean;
        CHECK(arrivals[service] == Approx(expected).margin(4.0 * std::sqrt(expected) + 0.05 * expected));
    }
}

TEST_CASE("A person who leaves or comes while waiting is in one place or none, never in two")
{
    Inputs const inputs = small_inputs();
    Run const run = run_weeks(small_start(), inputs, 60);
    std::map<std::uint64_t, int> seen;
    for (People const& people : run.market.people)
        for (PersonSlot p = 0; p < people.size(); ++p)
            if (!people.is_empty(p))
                CHECK(++seen[people[p].key.value] == 1);
    CHECK(seen.size() > 150);
}
