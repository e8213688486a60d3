#include "model/step.hpp"
#include "tests/support/bookkeeper.hpp"
#include "tests/support/ledger.hpp"
#include "tests/support/small_market.hpp"

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
    Market market = small_start(replicate);
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

Inputs half_in_block()
{
    Inputs inputs = small_inputs();
    set_block_share(inputs, 0.5);
    return inputs;
}

Bookkeeper worked_out_again(Told const& told, Inputs const& inputs)
{
    Bookkeeper keeper(told.who, told.opening);
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
        Inputs const inputs = half_in_block();
        Told const told = tell(inputs, replicate);
        Bookkeeper const keeper = worked_out_again(told, inputs);
        CHECK(keeper.payments() > 20'000);
        CHECK(keeper.voids() > 50);
        CHECK(keeper.complaints().empty());
        CHECK(told.balanced);
        check_books(
            told, keeper.money(),
            {Recorded::gross_spend, Recorded::void_spend, Recorded::self_funder_spend, Recorded::other_buyer_spend});
    }
}

// After a 1 April the contributions of people on a contract are held to the contract's old price, for the price that
// stands with the person does not move with the contract's.
TEST_CASE("Every contribution can be worked out again: the charge for the days, or what the care costs if that is less")
{
    for (std::uint32_t const replicate : {0U, 1U, 2U})
    {
        Inputs const inputs = half_in_block();
        Told const told = tell(inputs, replicate);
        check_books(told, worked_out_again(told, inputs).money(), {Recorded::client_contributions});
    }
}

TEST_CASE("The ledger tells the same market as the record: starts, ends, displaced people and providers that closed")
{
    Inputs inputs = small_inputs({}, 4);
    for (BehaviourService& service : inputs.behaviour.of)
        service.retirement_rate = 0.2; // so that some close
    Told const told = tell(inputs, 5);
    std::map<Recorded, double> counted;
    for (std::vector<Decision> const& lines : told.weeks)
        for (Decision const& line : lines)
        {
            bool const is_person = told.who.people.contains(line.subject);
            bool const is_council = is_person && told.who.people.at(line.subject).funding == Funding::council;
            if (line.kind == DecisionKind::care_begins && is_council)
                counted[Recorded::starts] += 1.0;
            if (line.kind == DecisionKind::care_ends && line.reason == Reason::provider_closed)
                counted[Recorded::displaced_people] += 1.0;
            else if (line.kind == DecisionKind::care_ends && is_council)
                counted[Recorded::ends] += 1.0;
            if (line.kind == DecisionKind::provider_closes)
                counted[Recorded::exits] += 1.0;
            if (line.kind == DecisionKind::provider_opens)
                counted[Recorded::entries] += 1.0;
            if (line.kind == DecisionKind::tender_decided)
                counted[Recorded::tenders] += 1.0;
        }
    for (Recorded const what : {Recorded::starts, Recorded::ends, Recorded::displaced_people, Recorded::exits,
                                Recorded::entries, Recorded::tenders})
    {
        INFO(metric(what).name);
        CHECK(counted[what] ==
              total(told.record, what, Service::homecare) + total(told.record, what, Service::residential));
    }
    CHECK(counted[Recorded::exits] > 0.0);
    CHECK(counted[Recorded::displaced_people] > 0.0);
}
