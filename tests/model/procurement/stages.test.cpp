#include "model/procurement/letting.hpp"

#include "tests/support/staged_phases.hpp"
#include "tests/support/staged_tender.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr std::int32_t decision = 20; // week of every route with stages
constexpr std::int32_t first_day = 30;
constexpr std::int32_t tender_weeks = 8;

/// A lot let by a route with stages, in market of homes that are alike but for what the test changes.
StagedTender lot_by(Route route, std::size_t homes = 3)
{
    StagedTender stage(homes);
    for (RouteBurden& burden : stage.inputs.behaviour.of[StagedTender::service].routes)
        burden = {.weeks = tender_weeks, .work = 4.0};
    for (Route const one : {Route::dialogue, Route::negotiation, Route::innovation, Route::most_capable})
        stage.inputs.behaviour.of[StagedTender::service].routes[one] = {
            .weeks = first_day, .decision = decision, .work = 4.0};
    stage.levers().procurement_route = static_cast<double>(index_of(route));
    stage.levers().failed_tender = static_cast<double>(index_of(FailedTender::leave_to_spot));
    stage.levers().option_years = 0.0;
    stage.inputs.behaviour.all.development_cost = 0.0;
    stage.inputs.behaviour.all.innovation_spread = 0.0;
    for (std::size_t n = 0; n < homes; ++n)
        stage.market.providers.is_rated[StagedMarket::at(stage.home(n))] = 0;
    return stage;
}

/// All weeks from the first on, this one included.
StagedTender at_week(StagedTender stage, std::int32_t last)
{
    for (std::int32_t week = 0; week <= last; ++week)
    {
        // The need stays as it is: what the market remembers of it does not wear off.
        let_in(stage, week);
    }
    return stage;
}

MonthCounts::Area const& counts_of(StagedTender const& stage)
{
    return stage.market.counts[0].areas[stage.market.area(StagedTender::service, 0)];
}

/// A person of the council's in the n-th home.
void add_incumbent(StagedTender& stage, std::size_t n)
{
    stage.add_resident(0, StagedTender::service, Funding::council, stage.home(n), 600.0);
}

} // namespace

TEST_CASE("A route with stages has nobody win before its decision, and does not seek the same lot twice meanwhile")
{
    StagedTender const before = at_week(lot_by(Route::dialogue), decision - 1);
    CHECK(before.winner() == no_provider);
    CHECK(before.market.procurements.size() == 1);
    CHECK(counts_of(before).tenders == 1);
    StagedTender const after = at_week(lot_by(Route::dialogue), decision);
    REQUIRE(after.winner() != no_provider);
    CHECK(after.market.contracts.begins.back() == first_day);
    CHECK(after.market.procurements.empty());
    CHECK(counts_of(after).tenders == 1);
    CHECK(counts_of(after).weeks_to_contract == first_day);
}

TEST_CASE("Every route takes the weeks, the work and the money that its numbers say, and no other route's")
{
    RouteBurden const its{.weeks = 25.0, .decision = 6.0, .work = 8.0, .cost = 3000.0, .bid_cost = 70.0};
    for (Route const route : all_of<Route>())
    {
        INFO(name_of(route));
        StagedTender stage = lot_by(route);
        add_incumbent(stage, 0);
        stage.levers().assurance = -3.0;
        stage.levers().ring_fence = static_cast<double>(index_of(RingFence::rated_good));
        stage.inputs.behaviour.all.tender_threshold = 1e9;
        bool const lists = route == Route::accreditation;
        if (lists)
        {
            set_mix(stage.levers(), {.framework = 0.4});
            stage.levers().posted_block_price = 900.0;
        }
        for (std::size_t n = 0; n < stage.homes(); ++n)
            stage.market.providers.is_rated[StagedMarket::at(stage.home(n))] = 1;
        stage.inputs.behaviour.of[StagedTender::service].routes[route] = its;
        stage.market.providers.quote[StagedMarket::at(stage.home(0))] = 900.0;
        stage.market.commissioners.front().officer_weeks = 8.0; // and hardly any more come
        stage.inputs.strategies.front().all.commissioning_staff = 1e-6;
        stage.inputs.behaviour.all.officer_reserve = 1e9;
        stage.inputs.behaviour.all.decision_work = 0.25;
        StagedTender const before = at_week(stage, 5);
        CHECK(before.winner() == no_provider);
        StagedTender const let = at_week(stage, 6);
        REQUIRE(let.winner() != no_provider);
        Channel const channel = lists ? Channel::framework : Channel::block;
        double const level = let.market.world.price_level;
        CHECK(let.market.contracts.begins.back() == 25);
        CHECK(before.market.commissioners.front().officer_weeks == Approx(0.25 * 8.0).margin(1e-3));
        CHECK(let.market.commissioners.front().officer_weeks == Approx(0.0).margin(1e-3));
        CHECK(to_pounds(let.posted(Flow::procurement, StagedTender::service, channel, 0)) == Approx(3000.0 * level));
        CHECK(to_pounds(let.posted(Flow::bidding, StagedTender::service, channel, 0)) ==
              Approx(70.0 * level * static_cast<double>(counts_of(let).bids)));
    }
}

TEST_CASE("Where nothing is to be learnt a dialogue ends as a tender among the same few does")
{
    StagedTender const dialogue = at_week(lot_by(Route::dialogue), decision);
    StagedTender const restricted = at_week(lot_by(Route::restricted), 0);
    CHECK(dialogue.price() == Approx(restricted.price()).epsilon(1e-6));
}

TEST_CASE("Each round of a dialogue is one more look: winners misjudge their cost by less")
{
    auto const error_with = [](double rounds)
    {
        double sum = 0.0;
        StagedTender stage = lot_by(Route::dialogue);
        stage.inputs.behaviour.all.cost_misjudgement = 0.1;
        stage.levers().rounds = rounds;
        for (std::uint32_t n = 0; n < 40; ++n)
        {
            StagedTender one = stage;
            one.market.local[one.market.area(StagedTender::service, 0)].rounds = n;
            one = at_week(one, decision);
            sum += -counts_of(one).misjudged / counts_of(one).volume_awarded / 40.0;
        }
        return sum;
    };
    double const without = error_with(0.0);
    double const with = error_with(8.0);
    INFO("winners took their cost for " << without << " less than it is, and after eight rounds for " << with);
    CHECK(without > 0.03);
    CHECK(with == Approx(without / 3.0).margin(0.015)); // one look in place of nine
}

TEST_CASE(
    "Negotiation beats the price down to what the second cheapest can just do or less; alone, nobody is beaten down")
{
    auto const price_with = [](double rounds, std::size_t homes)
    {
        StagedTender stage = lot_by(Route::negotiation, homes);
        stage.levers().rounds = rounds;
        for (std::size_t n = 0; n < homes; ++n)
            stage.market.providers.efficiency[StagedMarket::at(stage.home(n))] = 1.0 + 0.02 * static_cast<double>(n);
        return at_week(stage, decision);
    };
    StagedTender const sealed = price_with(0.0, 2);
    StagedTender const once = price_with(1.0, 2);
    StagedTender const often = price_with(8.0, 2);
    CHECK(once.price() < sealed.price());
    CHECK(often.price() <= once.price());
    CHECK(often.price() <= sealed.cost(sealed.home(1)));
    CHECK(often.price() > sealed.cost(sealed.home(0)));
    CHECK(price_with(8.0, 1).price() == price_with(0.0, 1).price());
}

TEST_CASE("Partners in innovation are paid to look for a cheaper way of working, keep one they find, and bid by it")
{
    StagedTender stage = lot_by(Route::innovation);
    StagedTender const null = at_week(stage, decision);
    CHECK(null.price() == Approx(at_week(lot_by(Route::restricted), 0).price()).epsilon(1e-6));
    stage.inputs.behaviour.all.innovation_gain = 0.1;
    stage.inputs.behaviour.all.development_cost = 1000.0;
    StagedTender const cheaper = at_week(stage, decision);
    CHECK(cheaper.price() < 0.93 * null.price());
    CHECK(cheaper.market.providers.efficiency[StagedMarket::at(cheaper.winner())] == Approx(maths::exp(-0.1)));
    CHECK(cheaper.posted(Flow::procurement, StagedTender::service, Channel::block, 0) == 3 * 100'000);
    stage.inputs.behaviour.all.innovation_gain = -0.1; // a dearer way is not kept
    CHECK(at_week(stage, decision).market.providers.efficiency[StagedMarket::at(cheaper.winner())] == 1.0);
}

TEST_CASE("The most capable provider is paid by its open book once it has assured the council")
{
    StagedTender stage = lot_by(Route::most_capable);
    add_incumbent(stage, 1);
    stage.levers().assurance = -1.0;
    StagedTender const done = at_week(stage, decision);
    REQUIRE(done.winner() == done.home(1));
    CHECK(done.market.contracts.begins.back() == first_day);
    CHECK(done.price() < at_week(lot_by(Route::single_source), 0).price());
    CHECK(counts_of(done).gateways_failed == 0);
}

TEST_CASE(
    "As an alliance those who serve there are asked together, as many as are invited, and hold what they win together")
{
    StagedTender stage = lot_by(Route::most_capable);
    add_incumbent(stage, 0);
    add_incumbent(stage, 1);
    stage.levers().assurance = -3.0;
    CHECK(counts_of(at_week(stage, decision)).asked == 1); // one by one, the best of them
    CHECK(at_week(stage, decision).market.contracts.alliance.back() == EntityKey{});

    stage.levers().alliance = 1.0;
    for (std::size_t const n : {0U, 1U})
        stage.set_capacity(stage.home(n), 6); // neither could take the eight alone
    StagedTender const together = at_week(stage, decision);
    CHECK(counts_of(together).asked == 2);
    Contracts const& contracts = together.market.contracts;
    REQUIRE(counts_of(together).awards == 2);
    std::size_t const last = contracts.key.size() - 1;
    CHECK(contracts.alliance[last] != EntityKey{});
    CHECK(contracts.alliance[last] == contracts.alliance[last - 1]);
    CHECK(contracts.provider[last] != contracts.provider[last - 1]);

    stage.levers().shortlist = 1.0;
    CHECK(counts_of(at_week(stage, decision)).asked == 1);
}

TEST_CASE("A provider that does not assure the council at the first gateway loses it months to the open market")
{
    StagedTender stage = lot_by(Route::most_capable);
    add_incumbent(stage, 1);
    stage.levers().assurance = 3.0;
    CHECK(at_week(stage, decision / 2 - 1).winner() == no_provider);
    StagedTender const open = at_week(stage, decision / 2);
    REQUIRE(open.winner() != no_provider);
    CHECK(open.market.contracts.begins.back() == decision / 2 + tender_weeks);
    CHECK(counts_of(open).gateways_failed == 1);
    CHECK(counts_of(open).bids == 3);
    // Nobody serves there: nobody can be asked.
    CHECK(counts_of(at_week(lot_by(Route::most_capable), decision / 2)).gateways_failed == 1);
}

TEST_CASE("Partly assured, the council has the proposal revised, which takes as long again")
{
    StagedTender stage = lot_by(Route::most_capable);
    add_incumbent(stage, 1);
    stage.levers().assurance = 0.1;
    stage.inputs.behaviour.all.partial_assurance = 0.2;
    StagedTender const half_way = at_week(stage, decision / 2);
    REQUIRE(half_way.market.procurements.size() == 1);
    CHECK(half_way.market.procurements.front().plan.decided == decision + decision / 2);
    CHECK(half_way.market.procurements.front().plan.begins == first_day + decision / 2);
    // No better at the second gateway, it loses the lot there.
    StagedTender const end = at_week(stage, decision + decision / 2);
    CHECK(counts_of(end).gateways_failed == 1);
    // Or better, it has it.
    StagedTender better = half_way;
    better.market.providers.quality[StagedMarket::at(better.home(1))] = 0.2;
    for (std::int32_t week = decision / 2 + 1; week <= decision + decision / 2; ++week)
        let_in(better, week);
    CHECK(better.winner() == better.home(1));
}

TEST_CASE("A contract runs on at old terms until the successor begins that is being let, or was opened to the market")
{
    for (double const assurance : {-1.0, 3.0})
    {
        StagedTender stage = lot_by(Route::most_capable);
        stage.levers().assurance = assurance;
        ContractId const old = stage.add_contract(stage.home(1), 8, 600.0, 15);
        add_incumbent(stage, 1);
        stage.market.contracts.begins[static_cast<std::size_t>(old)] = -100;
        std::int32_t const successor = assurance > 0.0 ? decision / 2 + tender_weeks : first_day;
        auto const is_there = [&](std::int32_t week)
        {
            StagedTender const then = at_week(stage, week);
            return !then.market.contracts.is_empty(old) && then.market.contracts.price.front() == 600.0;
        };
        CHECK(is_there(15));
        CHECK(is_there(successor - 1));
        CHECK_FALSE(is_there(successor));
    }
}

TEST_CASE("A decision for which officers have no time waits week by week, and the contract begins as much later")
{
    StagedTender stage = lot_by(Route::dialogue);
    stage = at_week(stage, decision - 1);
    stage.market.commissioners.front().officer_weeks = 0.0;
    stage.inputs.strategies.front().all.commissioning_staff = 1.0; // two person-weeks are there after two weeks
    let_in(stage, decision);
    CHECK(stage.winner() == no_provider);
    let_in(stage, decision + 1);
    REQUIRE(stage.winner() != no_provider);
    CHECK(stage.market.contracts.begins.back() == first_day + 1);
    CHECK(counts_of(stage).tenders_delayed == 1);
}

TEST_CASE("With lead before the tender more are ready to bid; where everybody always is, it moves dates alone")
{
    StagedTender stage = lot_by(Route::full_tender, 8);
    stage.inputs.behaviour.all.bid_preparation = 6.0;
    stage.inputs.behaviour.all.bid_preparation_spread = 0.5;
    auto const bids_with = [&stage](double lead)
    {
        StagedTender one = stage;
        one.levers().pre_tender_lead = lead;
        return at_week(one, static_cast<std::int32_t>(lead));
    };
    StagedTender const at_once = bids_with(0.0);
    StagedTender const announced = bids_with(40.0);
    CHECK(counts_of(at_once).bids < 8);
    CHECK(counts_of(announced).bids == 8);
    CHECK(announced.market.contracts.begins.back() == 40 + tender_weeks);
    CHECK(announced.price() < at_once.price());
    stage.inputs.behaviour.all.bid_preparation = 0.0;
    CHECK(bids_with(12.0).price() == Approx(bids_with(0.0).price()).epsilon(1e-6));
    // Who is asked alone needs no invitation.
    StagedTender alone = lot_by(Route::single_source);
    alone.inputs.behaviour.all.bid_preparation = 52.0;
    CHECK(at_week(alone, 0).winner() != no_provider);
}

TEST_CASE("Offers that cost something are made by as many as it pays, and paid for by those who make them")
{
    StagedTender stage = lot_by(Route::full_tender, 8);
    CHECK(counts_of(at_week(stage, 0)).bids == 8);
    double const cost = stage.cost(stage.home(0));
    double const weeks = mean_weeks_in_a_year * stage.levers().contract_length.at(stage.week.first);
    // Gain among n: (dearest - cost) / n over the lot's 1 / n.
    double const alone = cost * stage.inputs.behaviour.all.rival_cost_spread * StagedTender::lot * weeks;
    for (double const bidders : {1.0, 3.0, 5.0})
    {
        double const pounds = alone / ((bidders + 0.5) * (bidders + 0.5));
        stage.inputs.behaviour.of[StagedTender::service].routes[Route::full_tender].bid_cost = pounds;
        StagedTender const let = at_week(stage, 0);
        CHECK(counts_of(let).bids == static_cast<std::int64_t>(bidders));
        CHECK(counts_of(let).bids_not_worth == 8 - static_cast<std::int64_t>(bidders));
        CHECK(to_pounds(let.posted(Flow::bidding, StagedTender::service, Channel::block, 0)) ==
              Approx(bidders * pounds * let.market.world.price_level).epsilon(1e-4));
    }
}

TEST_CASE("With a published statement of need bidders misjudge it by less; who knows it anyway bids the same")
{
    StagedTender stage = lot_by(Route::full_tender, 1);
    LocalMarket& local = stage.market.local[stage.market.area(StagedTender::service, 0)];
    auto const spread_of_offers = [&](double statement, double misjudgement)
    {
        StagedTender one = stage;
        one.levers().position_statement = statement;
        one.inputs.behaviour.all.demand_misjudgement = misjudgement;
        double sum = 0.0;
        double squares = 0.0;
        constexpr std::uint32_t lots = 300;
        for (std::uint32_t n = 0; n < lots; ++n)
        {
            StagedTender let = one;
            let.market.local[let.market.area(StagedTender::service, 0)].rounds = n;
            let.let();
            sum += let.price();
            squares += let.price() * let.price();
        }
        return std::sqrt(std::max(0.0, squares / lots - sum * sum / lots / lots));
    };
    local.council_starts = 0.2; // places fill as people come, so what is used hangs on how many
    stage.market.providers.overhead[StagedMarket::at(stage.home(0))] = 5000.0; // and what is empty must be paid for
    double const alone = spread_of_offers(0.0, 0.1);
    double const told = spread_of_offers(1.0, 0.1);
    INFO("offers spread by " << alone << ", with a statement by " << told);
    CHECK(alone > 0.0);
    CHECK(told / alone == Approx(1.0 / std::sqrt(2.0)).margin(0.1));
    CHECK(spread_of_offers(0.0, 0.0) == Approx(0.0).margin(1e-3));
    CHECK(spread_of_offers(1.0, 0.0) == Approx(0.0).margin(1e-3));
}
