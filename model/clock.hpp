#pragma once

#include <array>
#include <chrono>
#include <cstdint>

namespace caremarket
{

using Date = std::chrono::sys_days;

/// By which what acts a year becomes what acts a week, and back. The weeks of a financial year are counted otherwise, see
/// Clock.
inline constexpr double mean_weeks_in_a_year = 52.18;

/// First day of the financial year that begins in this calendar year.
[[nodiscard]] Date first_of_april(int year);

/// Calendar year in which the financial year of this day begins: 31 March 2017 → 2016.
[[nodiscard]] int financial_year_of(Date day);

/// Months since the year 0, so that months of any two dates can be subtracted.
[[nodiscard]] int month_index(Date day);

/// How the days of a week lie in months: `days[0]` in the month of its first day, `days[1]` in the next.
struct MonthSplit
{
    int first_month = 0; ///< as month_index
    std::array<std::int32_t, 2> days{};
    friend bool operator==(MonthSplit const&, MonthSplit const&) = default;
};

/// One step of a run: the days [first, first + days).
///
/// A financial year is cut into 52 weeks from its 1 April; the last has eight days, in leap years nine.
/// So every statutory change falls on the first day of a week, a year's totals are whole, and no year has
/// a 53rd week. All rates act by days, so the longer week carries no more than its share.
struct Week
{
    std::int32_t number = 0; ///< weeks since the start of the run; negative while the market warms up
    Date first{};
    std::int32_t days = 7;
    bool opens_month = false;   ///< holds the first day of a month
    bool opens_quarter = false; ///< holds the first day of April, July, October or January
    bool opens_year = false;    ///< begins on 1 April
    MonthSplit months{};

    [[nodiscard]] double years() const { return static_cast<double>(days) / 365.25; }
};

/// A whole number that belongs to a week, pence for one, and the part of it in the month of the week's first day.
struct WeekAmount
{
    std::int64_t total = 0;
    std::int64_t first_month = 0;

    [[nodiscard]] std::int64_t next_month() const { return total - first_month; }
    WeekAmount& operator+=(WeekAmount const& other)
    {
        total += other.total;
        first_month += other.first_month;
        return *this;
    }
};

/// Splits by days; the remainder goes to the later month.
[[nodiscard]] inline WeekAmount over_months(std::int64_t total, MonthSplit const& split)
{
    std::int32_t const days = split.days[0] + split.days[1];
    if (split.days[1] == 0)
        return {total, total};
    return {total, days == 7 ? total * split.days[0] / 7 : total * split.days[0] / days}; // by a constant is quicker
}

/// The weeks of a run, in order.
class Clock
{
public:
    static constexpr int weeks_in_a_year = 52;
    static constexpr int weeks_in_a_quarter = weeks_in_a_year / 4;

    /// \param first_financial_year calendar year of its 1 April
    explicit Clock(int first_financial_year) : first_year_(first_financial_year) {}

    /// Week `number` counted from the start; negative numbers are weeks before it.
    [[nodiscard]] Week week(std::int32_t number) const;

    [[nodiscard]] Date start() const { return first_of_april(first_year_); }

private:
    int first_year_;
};

} // namespace caremarket
