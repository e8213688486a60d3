#include "model/month_end.hpp"

#include "tests/support/small_market.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

Run const& two_years()
{
    static Run const run = []
    {
        Inputs const inputs = small_inputs();
        return run_weeks(small_start(), inputs, 104);
    }();
    return run;
}

/// Sum over services, channels and localities in one month.
double in_month(Record const& record, Recorded id, std::size_t month)
{
    std::size_t const cells = record.shape().cells(metric(id).dimensions);
    double sum = 0.0;
    for (std::size_t cell = 0; cell < cells; ++cell)
        sum += metric(id).is_money() ? static_cast<double>(record.pence(id)[month * cells + cell])
                                     : record.series(id)[month * cells + cell];
    return sum;
}

} // namespace

TEST_CASE("Every month of the run is recorded, no day of it twice: spend a day is level through the year")
{
    Record const& record = two_years().record;
    std::array<double, 12> const days{30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31};
    double before = 0.0;
    for (std::size_t month = 0; month < 24; ++month)
    {
        double const a_day = in_month(record, Recorded::council_units_used, month) / days[month % 12];
        CHECK(a_day > 0.0);
        if (before > 0.0)
            CHECK(std::abs(a_day / before - 1.0) < 0.15);
        before = a_day;
    }
}

TEST_CASE("What clients, council and other payers spent is what the books moved, all month lines together")
{
    Run const& run = two_years();
    double recorded = 0.0;
    for (Service const service : all_of<Service>())
        recorded += total(run.record, Recorded::other_buyer_spend, service);
    // Everything other buyers paid since the market was built, less what they had paid by week 0 and what lies in
    // the month that is not closed: nothing, for the run ends with a month.
    Pence const before = small_start().books.balance(accounts::other_buyers);
    CHECK(static_cast<Pence>(recorded) == before - run.market.books.balance(accounts::other_buyers));
}

TEST_CASE("Voids are part of gross spend, used units part of paid units, and poor care part of rated care")
{
    Record const& record = two_years().record;
    Behaviour const behaviour = small_inputs().behaviour;
    std::size_t const localities = record.shape().localities;
    for (std::size_t month = 0; month < 24; ++month)
        for (Service const service : all_of<Service>())
            for (std::size_t at = 0; at < localities; ++at)
            {
                auto const money = [&](Recorded id, Channel channel)
                {
                    Dimensions const d = metric(id).dimensions;
                    return record.pence(id)[month * record.shape().cells(d) + record.cell(d, service, channel, at)];
                };
                auto const value = [&](Recorded id, Channel channel)
                {
                    Dimensions const d = metric(id).dimensions;
                    return record.series(id)[month * record.shape().cells(d) + record.cell(d, service, channel, at)];
                };
                REQUIRE(money(Recorded::void_spend, Channel::block) >= 0);
                REQUIRE(money(Recorded::void_spend, Channel::block) <= money(Recorded::gross_spend, Channel::block));
                Pence const gross =
                    money(Recorded::gross_spend, Channel::block) + money(Recorded::gross_spend, Channel::spot);
                REQUIRE(money(Recorded::client_contributions, Channel::block) <=
                        gross + 100); // a penny's rounding a person
                REQUIRE(value(Recorded::people_in_poor_care, Channel::block) <=
                        value(Recorded::people_in_rated_care, Channel::block));
                // Of hours commissioned and missed a part is paid all the same.
                BehaviourService const& b = behaviour.of[service];
                double const paid = 1.0 - b.absence * (1.0 - b.retainer);
                REQUIRE(value(Recorded::council_units_used, Channel::spot) * paid ==
                        Approx(value(Recorded::council_units, Channel::spot) * (1.0 - b.absence)));
            }
}

// Accounts are drawn up in the week that holds the first day of a month; the month before, over already when that day
// opens the week, keeps its own income all the same.
TEST_CASE("Providers' income is recorded month by month: none is empty and none holds two")
{
    Record const& record = two_years().record;
    for (std::size_t month = 0; month < 24; ++month)
    {
        double const spent = in_month(record, Recorded::gross_spend, month) +
                             in_month(record, Recorded::self_funder_spend, month) +
                             in_month(record, Recorded::other_buyer_spend, month);
        double const income = in_month(record, Recorded::provider_income, month);
        INFO("month " << month << ": spent " << spent << " pence, income " << income);
        CHECK(std::abs(income / spent - 1.0) < 0.35); // accounts of four or five weeks
    }
}
