#include "model/identities.hpp"

#include "model/build.hpp"
#include "model/step.hpp"
#include "tests/support/any_market.hpp"
#include "tests/support/ledger.hpp"

#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

/// What must hold in any market within the ranges of the catalogue, week by week.
using namespace caremarket;
using namespace caremarket::tests;

namespace
{

/// The same markets every time, unless the environment says otherwise.
int const seed_is_fixed = setenv("RC_PARAMS", "seed=2016 max_success=60", 0);

class RandomChoices : public Choices
{
public:
    // At its full range from the first market on.
    int next() override { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, 1001)); }
};

Inputs any_inputs()
{
    RandomChoices choices;
    return tests::any_inputs(choices);
}

/// Every week of a market after its start, with its ledger.
template <class Watch>
Run watched(Inputs const& inputs, int weeks, Watch watch)
{
    Run run{market_at_start(inputs, 0),
            Record(RecordShape{.periods = 24, .localities = inputs.place.localities.size()})};
    open_notebooks(run.market);
    Clock const clock(inputs.first_year);
    for (std::int32_t week = 0; week < weeks; ++week)
    {
        Market const before = run.market;
        advance(run.market, inputs, clock.week(week), in_order, run.record);
        watch(before, run.market, take_decisions(run.market), clock.week(week));
    }
    return run;
}

std::map<EntityKey, std::size_t> slots_of_providers(Market const& market)
{
    std::map<EntityKey, std::size_t> slots;
    for (std::size_t p = 0; p < market.providers.key.size(); ++p)
        if (market.providers.key[p].value != 0)
            slots[market.providers.key[p]] = p;
    return slots;
}

/// Volume that left each provider when the week's care was given, by its key: it held its place until then.
std::map<EntityKey, double> left_in(std::vector<Decision> const& lines)
{
    std::map<EntityKey, double> left;
    for (Decision const& line : lines)
        if (line.kind == DecisionKind::care_ends &&
            (line.reason == Reason::length_of_stay || line.reason == Reason::temporary_stay ||
             line.reason == Reason::interim_over))
            left[line.object] += line.quantity;
    return left;
}

} // namespace

TEST_CASE("In any market the identities hold every week: people, places, contracts, staff and money")
{
    rc::prop("no identity is broken",
             []
             {
                 Inputs const inputs = any_inputs();
                 watched(inputs, 70,
                         [](Market const&, Market const& market, std::vector<Decision> const&, Week const&)
                         {
                             std::vector<std::string> const broken = broken_identities(market);
                             if (!broken.empty())
                                 RC_FAIL(broken.front());
                         });
             });
}

TEST_CASE("In any market nobody begins care beyond the room there was, nor council people under an embargo")
{
    rc::prop("whoever begins care has a place",
             []
             {
                 Inputs const inputs = any_inputs();
                 watched(inputs, 60,
                         [](Market const& before, Market const& after, std::vector<Decision> const& lines, Week const&)
                         {
                             auto slots = slots_of_providers(before);
                             slots.merge(slots_of_providers(after)); // the council's own may open in the week
                             auto const left = left_in(lines);
                             std::map<EntityKey, Funding> funding;
                             for (People const& people : after.people)
                                 for (PersonSlot p = 0; p < people.size(); ++p)
                                     funding[people[p].key] = people[p].funding;
                             for (Decision const& line : lines)
                             {
                                 if (line.kind != DecisionKind::care_begins)
                                     continue;
                                 std::size_t const p = slots.at(line.object);
                                 Providers const& all = after.providers;
                                 bool const inadequate = p < before.providers.key.size() &&
                                                         before.providers.is_rated[p] != 0 &&
                                                         before.providers.rating[p] == Rating::inadequate;
                                 RC_ASSERT(funding.at(line.subject) != Funding::council || !inadequate);
                                 if (all.key[p] != line.object)
                                     continue; // closed at the end of the week
                                 auto const gone = left.find(line.object);
                                 double const held = units(all.occupied[p]) + (gone == left.end() ? 0.0 : gone->second);
                                 RC_ASSERT(held <= units(all.capacity[p]));
                             }
                         });
             });
}

TEST_CASE("In any market no wage lies under the floor of the date, no price and no line of the books below nothing")
{
    rc::prop("wages, prices, stocks",
             []
             {
                 Inputs const inputs = any_inputs();
                 watched(
                     inputs, 60,
                     [](Market const&, Market const& market, std::vector<Decision> const&, Week const&)
                     {
                         Providers const& all = market.providers;
                         for (std::size_t p = 0; p < all.key.size(); ++p)
                         {
                             if (all.key[p].value == 0)
                                 continue;
                             RC_ASSERT(all.wage[p] >= market.world.wage_floor);
                             RC_ASSERT(std::isfinite(all.wage[p]));
                             RC_ASSERT(all.quote[p] >= 0.0 && std::isfinite(all.quote[p]));
                             RC_ASSERT(all.list_price[p] >= 0.0 && std::isfinite(all.list_price[p]));
                             RC_ASSERT(all.staff[p] >= 0.0 && std::isfinite(all.staff[p]));
                             RC_ASSERT(std::isfinite(all.quality[p]));
                         }
                         for (LabourMarket const& labour : market.labour)
                             RC_ASSERT(labour.job_seekers >= 0.0 && std::isfinite(labour.job_seekers));
                         for (Flow const flow : all_of<Flow>())
                             for (Service const service : all_of<Service>())
                                 for (Channel const channel : all_of<Channel>())
                                     for (std::size_t at = 0; at < market.locality_count(); ++at)
                                     {
                                         BookLine const line{flow, service, channel, static_cast<std::uint16_t>(at)};
                                         if (market.books.line(0, line) < 0 || market.books.line(1, line) < 0)
                                             RC_FAIL(std::string{name_of(flow)} + " of " +
                                                     std::string{name_of(service)} + " by " +
                                                     std::string{name_of(channel)} + " is negative");
                                     }
                     });
             });
}

TEST_CASE("In any market without guaranteed volume nobody is paid for voids, and every unit paid for is used")
{
    rc::prop("no guarantee, no void",
             []
             {
                 Inputs inputs = any_inputs();
                 for (PlaceService& service : inputs.place.of)
                     service.inherited_block_share = 0.0;
                 set_block_share(inputs, 0.0);
                 Run const run = run_weeks(market_at_start(inputs, 0), inputs, 52);
                 for (Service const service : all_of<Service>())
                 {
                     RC_ASSERT(total(run.record, Recorded::void_spend, service) == 0.0);
                     RC_ASSERT(total(run.record, Recorded::guaranteed_units, service) == 0.0);
                     // Of hours commissioned and missed a part is paid all the same.
                     BehaviourService const& b = inputs.behaviour.of[service];
                     double const paid = total(run.record, Recorded::council_units, service);
                     double const used = total(run.record, Recorded::council_units_used, service);
                     RC_ASSERT(std::abs(used * (1.0 - b.absence * (1.0 - b.retainer)) - paid * (1.0 - b.absence)) <=
                               1e-9 * paid);
                 }
             });
}

TEST_CASE("In any market no council person is placed on the spot above the limit for the weeks they waited")
{
    rc::prop(
        "no price above the limit",
        []
        {
            Inputs const inputs = any_inputs();
            watched(inputs, 52,
                    [&](Market const& before, Market const& after, std::vector<Decision> const& lines, Week const& week)
                    {
                        std::map<EntityKey, std::pair<Service, double>> waited; // weeks, before the week
                        for (People const& people : after.people)
                            for (PersonSlot p = 0; p < people.size(); ++p)
                                if (people[p].funding == Funding::council)
                                    waited[people[p].key] = {people[p].service, 0.0};
                        for (People const& people : before.people)
                            for (PersonSlot p = 0; p < people.size(); ++p)
                                if (people.is_waiting(p) && waited.contains(people[p].key))
                                    waited[people[p].key].second = people[p].weeks_waiting;
                        for (Decision const& line : lines)
                        {
                            if (line.kind != DecisionKind::care_begins || !waited.contains(line.subject) ||
                                (line.reason != Reason::spot_quote && line.reason != Reason::own_choice))
                                continue; // by a contract, the council's own, or a direct payment
                            auto const [service, weeks] = waited.at(line.subject);
                            StrategyService const& levers = inputs.strategies.front().of[service];
                            Commissioner const& council = after.commissioners.front();
                            double const posted = levers.posted_spot_price.at(week.first);
                            double const limit = posted > 0.0 ? posted * council.uplift_index[service]
                                                              : council.usual_rate[service] *
                                                                    (levers.spot_limit.at(week.first) +
                                                                     levers.spot_limit_rise.at(week.first) * weeks);
                            RC_ASSERT(line.amount <= limit * (1.0 + 1e-12));
                        }
                    });
        });
}
