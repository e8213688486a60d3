#include "scenarios/number_text.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace caremarket
{

namespace
{

template <class Number>
std::optional<Number> all_of_it(std::string_view text)
{
    Number number{};
    auto const end = text.data() + text.size();
    auto const [rest, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || rest != end)
        return std::nullopt;
    return number;
}

} // namespace

std::string shortest_text(double number)
{
    std::array<char, 32> digits{}; // the longest double takes 24
    double const unsigned_zero = number == 0.0 ? 0.0 : number;
    auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), unsigned_zero).ptr;
    return {digits.data(), end};
}

std::string readable_text(double number)
{
    auto const size = std::abs(number);
    if (number == 0.0 || !(size >= 1e-6 && size < 1e15))
        return shortest_text(number);
    std::array<char, 64> digits{};
    auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed).ptr;
    return {digits.data(), end};
}

std::optional<double> number_in(std::string_view text)
{
    return all_of_it<double>(text);
}

std::optional<std::uint64_t> whole_number_in(std::string_view text)
{
    return all_of_it<std::uint64_t>(text);
}

} // namespace caremarket
