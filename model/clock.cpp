#include "model/clock.hpp"

namespace caremarket
{

namespace
{

using namespace std::chrono;

bool is_first_of_quarter(month m)
{
    return (static_cast<unsigned>(m) - 1) % 3 == 0;
}

/// How the days of a week lie in months.
MonthSplit months_of(Week const& week)
{
    year_month_day const date{week.first};
    sys_days const next_month{(date.year() / date.month() / 1) + months{1}};
    auto const before = static_cast<std::int32_t>((next_month - week.first).count());
    if (before >= week.days)
        return {month_index(week.first), {week.days, 0}};
    return {month_index(week.first), {before, week.days - before}};
}

} // namespace

Date first_of_april(int year)
{
    return sys_days{std::chrono::year{year} / April / 1};
}

int financial_year_of(Date day)
{
    year_month_day const date{day};
    int const year = static_cast<int>(date.year());
    return day < first_of_april(year) ? year - 1 : year;
}

int month_index(Date day)
{
    year_month_day const date{day};
    return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

Week Clock::week(std::int32_t number) const
{
    // Floor division, so that weeks before the start belong to the years before it.
    std::int32_t years_on = number / weeks_in_a_year;
    std::int32_t in_year = number % weeks_in_a_year;
    if (in_year < 0)
    {
        in_year += weeks_in_a_year;
        --years_on;
    }
    Date const year_start = first_of_april(first_year_ + years_on);
    Date const next_year = first_of_april(first_year_ + years_on + 1);

    Week week;
    week.number = number;
    week.first = year_start + days{7 * in_year};
    bool const is_last = in_year == weeks_in_a_year - 1;
    week.days = is_last ? static_cast<std::int32_t>((next_year - week.first).count()) : 7;
    week.opens_year = in_year == 0;
    week.months = months_of(week);
    for (std::int32_t d = 0; d < week.days; ++d)
    {
        year_month_day const date{week.first + days{d}};
        if (date.day() == day{1})
        {
            week.opens_month = true;
            week.opens_quarter = is_first_of_quarter(date.month());
        }
    }
    return week;
}

} // namespace caremarket
