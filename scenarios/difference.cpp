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

/// Days on which one of the values changes.
std::set<Date> days_of_change(InputValue const& now, InputValue const& before)
{
    std::set<Date> days;
    for (auto const* value : {&now, &before})
        if (auto const* steps = std::get_if<DatedScalars>(value))
            for (auto const& [day, scalar] : *steps)
                days.insert(day);
    return days;
}

/// The days on which they differ: only the first and the last of them when they are many. Empty when the values are the
/// same on every day, however they are written.
std::string change_in_words(Description const& what, InputValue const& now, InputValue const& before)
{
    auto const days = days_of_change(now, before);
    if (days.empty())
        return now == before ? std::string{}
                             : fmt::format("{} instead of {}", in_words(what, now), in_words(what, before));
    std::vector<std::string> changes;
    for (auto const day : days)
        if (auto const here = value_on(day, now), there = value_on(day, before); here != there)
            changes.push_back(
                fmt::format("{} instead of {} from {}", in_words(what, here), in_words(what, there), iso_text(day)));
    constexpr std::size_t few = 3;
    if (changes.size() <= few)
        return fmt::format("{}", fmt::join(changes, ", "));
    return fmt::format("{}, …, {} ({} steps)", changes.front(), changes.back(), changes.size());
}

} // namespace

std::vector<std::string> difference(ResolvedInputs const& child, ResolvedInputs const& parent, InputKind kind)
{
    std::vector<std::string> lines;
    for (auto const& spec : value_specs(kind))
    {
        auto const* now = find(child, spec.path);
        auto const* before = find(parent, spec.path);
        auto const change = now && before ? change_in_words(*spec.what, now->value, before->value) : std::string{};
        if (change.empty())
            continue;
        auto const section = spec.section() == "all" ? std::string{} : std::string{spec.section()} + ": ";
        lines.push_back(fmt::format("{}{}: {}", section, spec.what->meaning, change));
    }
    return lines;
}

} // namespace caremarket
