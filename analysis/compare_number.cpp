#include "analysis/compare_number.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace caremarket
{

namespace
{

constexpr int digits_without_error = 3;

int place_of(double number)
{
    return static_cast<int>(std::floor(std::log10(number)));
}

int place_of_error(double error)
{
    int const first = place_of(error);
    bool const begins_with_one = error < 1.95 * std::pow(10.0, first); // once rounded to two digits
    return begins_with_one ? first - 1 : first;
}

int last_place(NumberForm::Asked asked)
{
    bool const has_error = asked.error > 0;
    int const most_digits =
        has_error || asked.error == 0 ? asked.most_digits : std::min(asked.most_digits, digits_without_error);
    if (!(asked.largest > 0))
        return has_error ? place_of_error(asked.error) : 0;
    int const finest = place_of(asked.largest) - most_digits + 1;
    return has_error ? std::max(finest, place_of_error(asked.error)) : finest;
}

/// "1234.5" → "1,234.5"
std::string with_thousands(std::string digits)
{
    std::size_t const point = std::min(digits.find('.'), digits.size());
    for (std::size_t at = point; at > 3; at -= 3)
        digits.insert(at - 3, ",");
    return digits;
}

std::string without_last_zeros(std::string digits)
{
    if (digits.find('.') == std::string::npos)
        return digits;
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.')
        digits.pop_back();
    return digits;
}

bool is_zero(std::string_view digits)
{
    return digits.find_first_of("123456789") == digits.npos;
}

double rounded_to_place(double number, int place)
{
    double const unit = std::pow(10.0, place);
    return std::round(number / unit) * unit;
}

} // namespace

NumberSize size_for(double largest, bool is_money)
{
    if (largest >= 0.9995e9)
        return {1e9, "bn"};
    return largest >= (is_money ? 0.9995e6 : 0.9995e7) ? NumberSize{1e6, "m"} : NumberSize{};
}

NumberForm::NumberForm(Asked asked, NumberSize size, std::string_view prefix)
    : size_(size), prefix_(prefix), last_place_(last_place(asked)), drops_zeros_(!(asked.error > 0))
{}

std::string NumberForm::text(double number) const
{
    if (std::isnan(number))
        return "-";
    double const rounded = rounded_to_place(number, last_place_);
    int const decimals = std::max(0, place_of(size_.size) - last_place_);
    std::string digits = fmt::format("{:.{}f}", std::abs(rounded) / size_.size, decimals);
    if (drops_zeros_)
        digits = without_last_zeros(digits);
    return fmt::format("{}{}{}{}", rounded < 0 && !is_zero(digits) ? "-" : "", prefix_, with_thousands(digits),
                       size_.suffix);
}

std::string NumberForm::signed_text(double number) const
{
    std::string const plain = text(number);
    return number > 0 && !is_zero(plain) ? "+" + plain : plain;
}

std::string NumberForm::error_text(double error) const
{
    if (std::isnan(error))
        return "-";
    double const unit = std::pow(10.0, last_place_);
    return error > 0 && error < unit / 2 ? "<" + text(unit) : text(error);
}

bool is_lost_in_error(double mean, double half_width)
{
    double const largest = std::fmax(std::abs(mean), half_width);
    return is_zero(NumberForm({.largest = largest, .error = half_width}, {}).text(mean));
}

std::string money_text(double pounds, double half_width)
{
    double const largest = std::fmax(std::abs(pounds), half_width);
    NumberForm const form({.largest = largest, .error = half_width}, size_for(largest, true), "£");
    return half_width > 0 ? fmt::format("{} ± {}", form.text(pounds), form.error_text(half_width)) : form.text(pounds);
}

std::string rough_count(std::size_t number)
{
    auto const exact = static_cast<double>(number);
    double const unit = std::pow(10.0, std::max(0, number == 0 ? 0 : place_of(exact) - 1));
    return with_thousands(fmt::format("{:.0f}", std::ceil(exact / unit) * unit));
}

std::string counted(std::size_t number, std::string_view noun)
{
    return fmt::format("{} {}{}", with_thousands(std::to_string(number)), noun, number == 1 ? "" : "s");
}

} // namespace caremarket
