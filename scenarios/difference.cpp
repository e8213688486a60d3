#include "scenarios/difference.hpp"

#include "scenarios/check_value.hpp"
#include "scenarios/iso_date.hpp"
#include "scenarios/value_spec.hpp"

#include <fmt/format.h>

#include <set>

namespace caremarket
{

namespace
{

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

/// As `Dated::at`; a value that never changes holds on every day.
Scalar value_on(Date day, InputValue const& value)
{
    if (auto const* number = std::get_if<double>(&value))
        return *number;
    if (auto const* text = std::get_if<std::string>(&value))
        return *text;
    auto const& steps = std::get<DatedScalars>(value);
    auto const* holds = &steps.front().second;
    for (auto const& [from, scalar] : steps)
        if (from <= day)
            holds = &scalar;
    return *holds;
}

/// For two paths, the days on which they differ: only the first and the last of them when they are many.
std::string change_in_words(Description const& what, DatedScalars const& now, DatedScalars const& before)
{
    std::set<Date> days;
    for (auto const* path : {&now, &before})
        for (auto const& [day, scalar] : *path)
            days.insert(day);
    std::vector<std::string> changes;
    for (auto const day : days)
        if (auto const here = value_on(day, now), there = value_on(day, before); here != there)
            changes.push_back(
                fmt::format("{} instead of {} from {}", in_words(what, here), in_words(what, there), iso_text(day)));
    if (changes.empty())
        return "the same value, stepwise";
    constexpr std::size_t few = 3;
    if (changes.size() <= few)
        return fmt::format("{}", fmt::join(changes, ", "));
    return fmt::format("{}, …, {} ({} steps)", changes.front(), changes.back(), changes.size());
}

std::string change_in_words(Description const& what, InputValue const& now, InputValue const& before)
{
    auto const* now_dated = std::get_if<DatedScalars>(&now);
    auto const* before_dated = std::get_if<DatedScalars>(&before);
    if (now_dated && before_dated)
        return change_in_words(what, *now_dated, *before_dated);
    return fmt::format("{} instead of {}", in_words(what, now), in_words(what, before));
}

} // namespace

std::vector<std::string> difference(ResolvedInputs const& child, ResolvedInputs const& parent, InputKind kind)
{
    std::vector<std::string> lines;
    for (auto const& spec : value_specs(kind))
    {
        auto const* now = find(child, spec.path);
        auto const* before = find(parent, spec.path);
        if (!now || !before || now->value == before->value)
            continue;
        auto const section = spec.section() == "all" ? std::string{} : std::string{spec.section()} + ": ";
        lines.push_back(fmt::format("{}{}: {}", section, spec.what->meaning,
                                    change_in_words(*spec.what, now->value, before->value)));
    }
    return lines;
}

} // namespace caremarket
