#include "model/build.hpp"
#include "model/step.hpp"
#include "tests/support/bookkeeper.hpp"
#include "tests/support/busy_market.hpp"
#include "tests/support/ledger.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <vector>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

struct Told
{
    Register who;
    std::vector<Decision> opening;
    std::vector<std::vector<Decision>> weeks;
    Record record;
    int first_month = 0;
    bool balanced = true;
};

Told tell(Inputs const& inputs, std::uint32_t replicate)
{
    Told told;
    Market market = market_at_start(inputs, replicate);
    told.who.add(market);
    told.opening = opening_state(market, -1);
    told.first_month = market.first_month;
    open_notebooks(market);
    Clock const clock(inputs.first_year);
    told.record = Record(RecordShape{.periods = std::size_t{12} * static_cast<std::size_t>(inputs.years),
                                     .localities = market.locality_count()});
    for (std::int32_t week = 0; week < inputs.years * Clock::weeks_in_a_year; ++week)
    {
        advance(market, inputs, clock.week(week), in_order, told.record);
        told.who.add(market);
        told.weeks.push_back(take_decisions(market));
        for (std::size_t month = 0; month < 2; ++month)
            told.balanced = told.balanced && market.books.sum_posted(month) == 0;
    }
    return told;
}

/// What a month's cell of the record says [pence].
Pence recorded(Record const& record, Recorded what, std::size_t month, Service service, Channel channel,
               std::size_t locality)
{
    Dimensions const d = metric(what).dimensions;
    return record.pence(what)[month * record.shape().cells(d) + record.cell(d, service, channel, locality)];
}

void check_books(Told const& told, Money const& money, std::vector<Recorded> const& series)
{
    std::size_t wrong = 0;
    for (std::size_t month = 0; month < told.record.shape().periods; ++month)
        for (Recorded const what : series)
            for (Service const service : all_of<Service>())
                for (Channel const channel : all_of<Channel>())
                    for (std::size_t at = 0; at < told.record.shape().localities; ++at)
                    {
                        if (metric(what).dimensions != Dimensions::service_channel_locality &&
                            channel != Channel::block)
                            continue;
                        auto const cell =
                            money.find({told.first_month + static_cast<int>(month), what, service, channel, at});
                        Pence const expected = cell == money.end() ? 0 : cell->second;
                        Pence const found = recorded(told.record, what, month, service, channel, at);
                        if (expected == found)
                            continue;
                        INFO("month " << month << ", " << metric(what).name << ", " << name_of(service) << ", "
                                      << name_of(channel) << ", locality " << at);
                        CHECK(expected == found);
                        ++wrong;
                    }
    CHECK(wrong == 0);
}

/// People of a month's cell, all channels together.
double people(Record const& record, Recorded what, std::size_t month, Service service, std::size_t locality)
{
    Dimensions const d = metric(what).dimensions;
    double sum = 0.0;
    for (Channel const channel : all_of<Channel>())
        if (d == Dimensions::service_channel_locality || channel == Channel::block)
            sum += record.series(what)[month * record.shape().cells(d) + record.cell(d, service, channel, locality)];
    return sum;
}

/// Counts a line as the record should.
void count(Decision const& line, std::map<EntityKey, Funding> const& funding, std::map<Recorded, double>& counted)
{
    auto const who = funding.find(line.subject);
    bool const is_council = who != funding.end() && who->second == Funding::council;
    switch (line.kind)
    {
    case DecisionKind::care_begins: counted[Recorded::starts] += is_council; break;
    case DecisionKind::care_ends:
    {
        bool const is_given_back = line.reason == Reason::handed_back;
        bool const is_displaced = line.reason == Reason::provider_closed || is_given_back ||
                                  line.reason == Reason::decommissioned || line.reason == Reason::dear_placement;
        bool const moves = line.reason == Reason::no_price_agreed;
        counted[Recorded::displaced_people] += is_displaced;
        counted[Recorded::packages_handed_back] += is_given_back;
        counted[Recorded::units_handed_back] += is_given_back ? line.quantity : 0.0;
        counted[Recorded::moved_for_price] += moves;
        counted[Recorded::wealth_spent_people] += moves;
        counted[Recorded::ends] += is_council && !is_displaced && !moves;
        break;
    }
    case DecisionKind::payer_changes:
        counted[Recorded::wealth_spent_people] += line.reason == Reason::wealth_spent;
        break;
    case DecisionKind::package_changes: counted[Recorded::reviewed_down] += 1.0; break;
    case DecisionKind::notice_given: // on a person the object is no contract
        counted[Recorded::contracts_handed_back] +=
            !funding.contains(line.object) && line.reason != Reason::decommissioned;
        counted[Recorded::contracts_decommissioned] += line.reason == Reason::decommissioned;
        break;
    case DecisionKind::contract_extended: counted[Recorded::contracts_extended] += 1.0; break;
    case DecisionKind::provider_closes: counted[Recorded::exits] += 1.0; break;
    case DecisionKind::provider_opens: counted[Recorded::entries] += line.reason != Reason::planned; break;
    case DecisionKind::changes_hands: counted[Recorded::homes_changed_hands] += 1.0; break;
    case DecisionKind::tender_decided: counted[Recorded::tenders] += 1.0; break;
    default: break;
    }
}

Bookkeeper worked_out_again(Told const& told, Inputs const& inputs)
{
    Bookkeeper keeper(told.who, terms_of(inputs), told.opening);
    Clock const clock(inputs.first_year);
    for (std::size_t week = 0; week < told.weeks.size(); ++week)
        keeper.pay_week(clock.week(static_cast<std::int32_t>(week)), told.weeks[week]);
    return keeper;
}

} // namespace

TEST_CASE("Every payment for care of two years can be worked out again from the ledger of decisions, to the penny")
{
    for (std::uint32_t const replicate : {0U, 1U, 2U})
    {
        Inputs const inputs = busy_inputs();
        Told const told = tell(inputs, replicate);
        Bookkeeper const keeper = worked_out_again(told, inputs);
        for (Bill const bill : all_of<Bill>())
        {
            INFO(name_of(bill));
            CHECK((keeper.weeks_of_care()[bill] > 100 || bill == Bill::nhs_contract)); // where the NHS does not join
        }
        CHECK(keeper.voids() > 50);
        CHECK(keeper.complaints().empty());
        CHECK(told.balanced);
        check_books(told, keeper.money(),
                    {Recorded::gross_spend, Recorded::void_spend, Recorded::self_funder_spend, Recorded::nhs_spend,
                     Recorded::other_buyer_spend, Recorded::top_ups, Recorded::funded_nursing_care});
    }
}

TEST_CASE("Prices agreed for single people off a list, and volume guaranteed on it, are worked out again to the penny")
{
    for (CallOff const way : {CallOff::mini_competition, CallOff::rota})
    {
        Inputs inputs = busy_inputs();
        for (StrategyService& levers : inputs.strategies.front().of)
        {
            set_mix(levers, {.block = 0.1, .core = 0.1, .framework = 0.5, .in_house = 0.1});
            levers.call_off = static_cast<double>(index_of(way));
            levers.listed_guarantee = 0.4;
            levers.demand_cap = 0.5;
        }
        Told const told = tell(inputs, 0);
        Bookkeeper const keeper = worked_out_again(told, inputs);
        CHECK(keeper.weeks_of_care()[Bill::framework] > 100);
        CHECK(keeper.voids() > 50);
        CHECK(keeper.complaints().empty());
        CHECK(told.balanced);
        CHECK((keeper.people_below_price() > 10) == (way == CallOff::mini_competition));
        check_books(told, keeper.money(),
                    {Recorded::gross_spend, Recorded::void_spend, Recorded::client_contributions, Recorded::top_ups});
    }
}

TEST_CASE("What councils and the NHS pay each under contracts let jointly is worked out again to the penny")
{
    for (std::uint32_t const replicate : {0U, 1U})
    {
        Inputs const inputs = busy_inputs_let_jointly();
        Told const told = tell(inputs, replicate);
        Bookkeeper const keeper = worked_out_again(told, inputs);
        CHECK(keeper.weeks_of_care()[Bill::nhs_contract] > 100);
        CHECK(keeper.voids() > 50);
        CHECK(keeper.complaints().empty());
        CHECK(told.balanced);
        check_books(told, keeper.money(),
                    {Recorded::gross_spend, Recorded::void_spend, Recorded::nhs_spend, Recorded::client_contributions,
                     Recorded::funded_nursing_care});
    }
}

TEST_CASE("What is withheld from and no longer placed with those found wanting is worked out again to the penny")
{
    for (std::uint32_t const replicate : {0U, 1U})
    {
        Inputs const inputs = busy_inputs_managed();
        Told const told = tell(inputs, replicate);
        Bookkeeper const keeper = worked_out_again(told, inputs);
        CHECK(keeper.voids() > 20);
        CHECK(keeper.complaints().empty());
        CHECK(told.balanced);
        check_books(told, keeper.money(),
                    {Recorded::gross_spend, Recorded::void_spend, Recorded::client_contributions, Recorded::top_ups});
        std::map<Recorded, double> counted;
        for (auto const& week : told.weeks)
            for (Decision const& line : week)
                count(line, {}, counted);
        for (Recorded const what : {Recorded::contracts_decommissioned, Recorded::sanctions, Recorded::queries})
        {
            double recorded_in_all = 0.0;
            for (std::size_t month = 0; month < told.record.shape().periods; ++month)
                for (Service const service : all_of<Service>())
                    for (std::size_t at = 0; at < told.record.shape().localities; ++at)
                        recorded_in_all +=
                            what == Recorded::sanctions
                                ? static_cast<double>(recorded(told.record, what, month, service, Channel::block, at))
                                : people(told.record, what, month, service, at);
            INFO(metric(what).name);
            CHECK(recorded_in_all > 0.0);
            if (what == Recorded::contracts_decommissioned)
                CHECK(recorded_in_all == counted[what]);
        }
    }
}

TEST_CASE(
    "What is invested to save, and care at prices and hours that reviews and families change, is worked out again")
{
    for (std::uint32_t const replicate : {0U, 1U})
    {
        Inputs const inputs = busy_inputs_of_demand();
        Told const told = tell(inputs, replicate);
        Bookkeeper const keeper = worked_out_again(told, inputs);
        CHECK(keeper.complaints().empty());
        CHECK(told.balanced);
        check_books(told, keeper.money(),
                    {Recorded::gross_spend, Recorded::void_spend, Recorded::client_contributions, Recorded::top_ups,
                     Recorded::self_funder_spend, Recorded::funded_nursing_care});
        Pence invested = 0;
        for (std::size_t month = 0; month < told.record.shape().periods; ++month)
        {
            auto const cell = keeper.money().find({told.first_month + static_cast<int>(month), Recorded::invest_to_save,
                                                   Service::homecare, Channel::block, 0});
            REQUIRE(cell != keeper.money().end());
            CHECK(cell->second == told.record.pence(Recorded::invest_to_save)[month]);
            invested += cell->second;
        }
        CHECK(invested > 0);
        std::map<EntityKey, Funding> funding;
        for (auto const& [key, person] : told.who.people)
            funding[key] = person.funding;
        std::map<Recorded, double> counted;
        std::map<Recorded, double> lines;
        for (auto const& week : told.weeks)
            for (Decision const& line : week)
            {
                count(line, funding, counted);
                lines[Recorded::families_gave_up] +=
                    line.kind == DecisionKind::care_ends && line.reason == Reason::family_gave_up;
                lines[Recorded::moved_by_review] +=
                    line.kind == DecisionKind::care_ends && line.reason == Reason::dear_placement;
                lines[Recorded::placements_reviewed] += line.kind == DecisionKind::placement_reviewed;
                lines[Recorded::reabled_people] +=
                    line.kind == DecisionKind::support_paid && line.reason == Reason::reablement;
                lines[Recorded::bought_off_contract] += line.reason == Reason::off_contract;
                lines[Recorded::care_spared_people] +=
                    line.kind == DecisionKind::reablement_ended && line.amount == 0.0;
            }
        for (auto const& [what, number] : lines)
        {
            INFO(metric(what).name);
            double recorded_in_all = 0.0;
            for (Service const service : all_of<Service>())
                recorded_in_all += total(told.record, what, service);
            CHECK(recorded_in_all > 0.0);
            if (what == Recorded::families_gave_up) // some of them while the person waited
                CHECK(recorded_in_all >= number);
            else
                CHECK(recorded_in_all == number);
        }
    }
}

// The price that stands with a person does not move with the contract's.
TEST_CASE("Every contribution can be worked out again: the charge for the days, or what the care costs if that is less")
{
    for (std::uint32_t const replicate : {0U, 1U, 2U})
    {
        Inputs const inputs = busy_inputs();
        Told const told = tell(inputs, replicate);
        check_books(told, worked_out_again(told, inputs).money(), {Recorded::client_contributions});
    }
}

TEST_CASE("The council's book rolls forward: whoever joins or leaves it in a month has a line")
{
    std::map<Recorded, double> met;
    for (std::uint32_t const replicate : {0U, 1U, 2U, 3U})
    {
        Inputs inputs = replicate < 3 ? busy_inputs() : busy_inputs_of_demand();
        inputs.behaviour.all.worker_hours = 60.0; // a small agency misses each who leaves, and gives work back
        inputs.behaviour.of[Service::homecare].quit_rate = 0.8;
        // Capital that lasts, or whoever the council supports in a home would have paid before, and no home begins to
        // count.
        for (Service const service : {Service::residential, Service::nursing})
            inputs.place.of[service].self_funder_capital = 120'000.0;
        Record const record = tell(inputs, replicate).record;
        for (std::size_t month = 1; month < record.shape().periods; ++month)
            for (Service const service : all_of<Service>())
                for (std::size_t at = 0; at < record.shape().localities; ++at)
                {
                    auto const of = [&](Recorded what, std::size_t when)
                    {
                        double const number = people(record, what, when, service, at);
                        met[what] += number;
                        return number;
                    };
                    INFO("month " << month << ", " << name_of(service) << ", locality " << at);
                    CHECK(of(Recorded::council_people, month) ==
                          of(Recorded::council_people, month - 1) + of(Recorded::starts, month) +
                              of(Recorded::wealth_spent_people, month) - of(Recorded::moved_for_price, month) -
                              of(Recorded::ends, month) - of(Recorded::council_displaced_people, month) -
                              of(Recorded::began_to_pay_people, month));
                    CHECK(of(Recorded::placed_again, month) <= of(Recorded::starts, month));
                }
    }
    for (auto const& [what, number] : met)
    {
        INFO(metric(what).name);
        CHECK(number > 0.0);
    }
}

TEST_CASE("The ledger tells the same market as the record: who starts, ends, moves, changes payer, and what closes")
{
    Inputs inputs = busy_inputs();
    inputs.behaviour.all.worker_hours = 60.0; // a small agency misses each who leaves, and gives work back
    inputs.behaviour.of[Service::homecare].quit_rate = 0.8;
    Told const told = tell(inputs, 5);
    std::map<Recorded, double> counted;
    std::map<EntityKey, Funding> funding;
    for (auto const& [key, person] : told.who.people)
        funding[key] = person.funding;
    for (std::vector<Decision> const& lines : told.weeks)
    {
        for (Decision const& line : lines) // before anything else in the week
            if (line.kind == DecisionKind::payer_changes)
                funding[line.subject] =
                    line.reason == Reason::disregard_ended ? Funding::self_funder : Funding::council;
            else if (line.reason == Reason::no_price_agreed)
                funding[line.subject] = Funding::council;
        for (Decision const& line : lines)
            count(line, funding, counted);
    }
    for (Recorded const what :
         {Recorded::starts, Recorded::ends, Recorded::displaced_people, Recorded::moved_for_price,
          Recorded::wealth_spent_people, Recorded::packages_handed_back, Recorded::units_handed_back,
          Recorded::reviewed_down, Recorded::contracts_handed_back, Recorded::contracts_extended, Recorded::exits,
          Recorded::entries, Recorded::homes_changed_hands, Recorded::tenders})
    {
        INFO(metric(what).name);
        double recorded = 0.0;
        for (Service const service : all_of<Service>())
            recorded += total(told.record, what, service);
        CHECK(counted[what] == Approx(recorded));
    }
    for (Recorded const what : {Recorded::exits, Recorded::displaced_people, Recorded::wealth_spent_people,
                                Recorded::packages_handed_back, Recorded::reviewed_down})
    {
        INFO(metric(what).name);
        CHECK(counted[what] > 0.0);
    }
}
