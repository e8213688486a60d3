#include "model/clock.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace std::chrono;

namespace
{

Date on(int y, unsigned m, unsigned d)
{
    return sys_days{year{y} / month{m} / day{d}};
}

} // namespace

TEST_CASE("Every financial year of a run begins with a week that begins on 1 April")
{
    Clock const clock(2016);
    for (int year = -6; year < 25; ++year)
    {
        Week const week = clock.week(year * Clock::weeks_in_a_year);
        CHECK(week.first == on(2016 + year, 4, 1));
        CHECK(week.opens_year);
        CHECK(week.opens_quarter);
        CHECK(week.opens_month);
    }
    CHECK(clock.start() == on(2016, 4, 1));
}

TEST_CASE("Weeks follow each other without a gap or an overlap, before the start too")
{
    Clock const clock(2016);
    for (std::int32_t number = -320; number < 1100; ++number)
    {
        Week const week = clock.week(number);
        REQUIRE(week.number == number);
        REQUIRE(week.first + days{week.days} == clock.week(number + 1).first);
    }
}

TEST_CASE("A year has 52 weeks: the last has eight days, or nine when a 29 February lies in the year")
{
    Clock const clock(2010);
    for (int year = 2000; year < 2040; ++year)
    {
        std::int32_t const first = (year - 2010) * 52;
        for (std::int32_t in_year = 0; in_year < 51; ++in_year)
            REQUIRE(clock.week(first + in_year).days == 7);
        bool const has_leap_day = std::chrono::year{year + 1}.is_leap();
        CHECK(clock.week(first + 51).days == (has_leap_day ? 9 : 8));
        for (std::int32_t in_year = 1; in_year < 52; ++in_year)
            REQUIRE_FALSE(clock.week(first + in_year).opens_year);
    }
}

TEST_CASE("Twelve weeks of a year open a month and four of them a quarter, each month once")
{
    Clock const clock(2016);
    for (int year = -3; year < 12; ++year)
    {
        int months = 0;
        int quarters = 0;
        for (std::int32_t in_year = 0; in_year < 52; ++in_year)
        {
            Week const week = clock.week(year * 52 + in_year);
            bool holds_a_first = false;
            for (int d = 0; d < week.days; ++d)
                holds_a_first |= year_month_day{week.first + days{d}}.day() == day{1};
            REQUIRE(week.opens_month == holds_a_first);
            months += week.opens_month;
            quarters += week.opens_quarter;
        }
        CHECK(months == 12);
        CHECK(quarters == 4);
    }
}

TEST_CASE("The days of a week fall into its two months and add up, and a year's months get all their days")
{
    Clock const clock(2016);
    std::array<int, 14> days_of_month{};
    int const first_month = month_index(clock.start());
    for (std::int32_t number = 0; number < 52; ++number)
    {
        Week const week = clock.week(number);
        MonthSplit const split = week.months;
        REQUIRE(split.days[0] + split.days[1] == week.days);
        REQUIRE(split.days[0] > 0);
        REQUIRE(split.first_month == month_index(week.first));
        bool const crosses = month_index(week.first + days{week.days - 1}) != split.first_month;
        REQUIRE((split.days[1] > 0) == crosses);
        auto const at = static_cast<std::size_t>(split.first_month - first_month);
        days_of_month[at] += split.days[0];
        days_of_month[at + 1] += split.days[1];
    }
    std::array<int, 14> const calendar{30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31, 0, 0};
    CHECK(days_of_month == calendar);
}

TEST_CASE("A financial year is named after the calendar year in which it begins")
{
    CHECK(financial_year_of(on(2017, 3, 31)) == 2016);
    CHECK(financial_year_of(on(2017, 4, 1)) == 2017);
    CHECK(financial_year_of(on(2017, 12, 31)) == 2017);
    CHECK(first_of_april(2020) == on(2020, 4, 1));
    CHECK(month_index(on(2017, 1, 31)) - month_index(on(2016, 12, 1)) == 1);
}
