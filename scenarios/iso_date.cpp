#include "scenarios/iso_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace caremarket
{

namespace
{

/// A number of digits and nothing else.
std::optional<int> digits_in(std::string_view text)
{
    bool const all_digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    int number = 0;
    if (!all_digits || std::from_chars(text.data(), text.data() + text.size(), number).ec != std::errc{})
        return std::nullopt;
    return number;
}

} // namespace

std::optional<Date> date_in(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    auto const year = digits_in(text.substr(0, 4));
    auto const month = digits_in(text.substr(5, 2));
    auto const day = digits_in(text.substr(8, 2));
    if (!year || !month || !day)
        return std::nullopt;
    std::chrono::year_month_day const date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok())
        return std::nullopt;
    return Date{date};
}

std::string iso_text(Date day)
{
    std::chrono::year_month_day const date{day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::optional<int> financial_year_in(std::string_view text)
{
    if (text.size() != 7 || text[4] != '/')
        return std::nullopt;
    auto const first = digits_in(text.substr(0, 4));
    auto const last = digits_in(text.substr(5, 2));
    if (!first || !last || (*first + 1) % 100 != *last)
        return std::nullopt;
    return first;
}

std::string financial_year_text(int first_year)
{
    return fmt::format("{:04}/{:02}", first_year, (first_year + 1) % 100);
}

} // namespace caremarket
