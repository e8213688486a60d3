#include "scenarios/check_value.hpp"

#include "scenarios/iso_date.hpp"
#include "scenarios/nearest_name.hpp"
#include "scenarios/number_text.hpp"
#include "scenarios/printable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace caremarket
{

namespace
{

std::optional<Fault> fault_of_choice(Description const& what, std::string const& choice)
{
    if (std::find(what.choices.begin(), what.choices.end(), choice) != what.choices.end())
        return std::nullopt;
    return Fault{fmt::format("{} is not one of {}", in_quotes(choice), allowed_in_words(what)),
                 nearest_name(choice, what.choices)};
}

std::optional<Fault> fault_of_number(Description const& what, double number)
{
    if (!std::isfinite(number))
        return Fault{fmt::format("{} is no finite number", readable_text(number)), {}};
    if (!what.range.holds(number))
        return Fault{fmt::format("{} is outside {}", with_unit(number, what.unit), allowed_in_words(what)), {}};
    if (what.is_whole && number != std::trunc(number))
        return Fault{fmt::format("{} is no whole number ({})", with_unit(number, what.unit), allowed_in_words(what)),
                     {}};
    return std::nullopt;
}

} // namespace

std::string unit_behind(std::string_view unit, bool is_one)
{
    if (unit.empty() || unit == "1" || unit == "share" || unit == "choice")
        return {};
    bool const takes_plural = unit == "year" || unit == "week" || unit == "unit";
    return ' ' + std::string{unit} + (takes_plural && !is_one ? "s" : "");
}

std::string with_unit(double number, std::string_view unit)
{
    return readable_text(number) + unit_behind(unit, number == 1.0);
}

std::string in_words(Description const& what, Scalar const& scalar)
{
    auto const* number = std::get_if<double>(&scalar);
    return number ? with_unit(*number, what.unit) : std::get<std::string>(scalar);
}

std::string in_words(Description const& what, InputValue const& value)
{
    if (auto const* number = std::get_if<double>(&value))
        return in_words(what, Scalar{*number});
    if (auto const* text = std::get_if<std::string>(&value))
        return *text;
    std::string words;
    for (auto const& [day, scalar] : std::get<DatedScalars>(value))
        words += fmt::format("{}{} from {}", words.empty() ? "" : ", ", in_words(what, scalar), iso_text(day));
    return words;
}

std::string allowed_in_words(Description const& what)
{
    if (!what.choices.empty())
        return fmt::format("{}", fmt::join(what.choices, ", "));
    // "-0.05–0.25" would read as two minus signs
    auto const* dash = what.range.lower < 0 ? " to " : "–";
    return readable_text(what.range.lower) + dash + readable_text(what.range.upper) + unit_behind(what.unit, false);
}

std::optional<Fault> fault_of(Description const& what, Scalar const& scalar)
{
    auto const* number = std::get_if<double>(&scalar);
    auto const* text = std::get_if<std::string>(&scalar);
    if (what.choices.empty())
        return number ? fault_of_number(what, *number)
                      : Fault{fmt::format("a number is expected ({}), not a text", allowed_in_words(what)), {}};
    return text ? fault_of_choice(what, *text)
                : Fault{fmt::format("one of {} is expected, not a number", allowed_in_words(what)), {}};
}

std::optional<Fault> fault_of(Description const& what, InputValue const& value)
{
    if (auto const* number = std::get_if<double>(&value))
        return fault_of(what, Scalar{*number});
    if (auto const* text = std::get_if<std::string>(&value))
        return fault_of(what, Scalar{*text});
    auto const& steps = std::get<DatedScalars>(value);
    if (!what.may_be_dated)
        return Fault{"may not change over time", {}};
    for (auto const& step : steps)
        if (auto fault = fault_of(what, step.second))
            return fault;
    return std::nullopt;
}

} // namespace caremarket
