#include "scenarios/commissioners.hpp"

#include "scenarios/name_list.hpp"
#include "scenarios/nearest_name.hpp"
#include "scenarios/printable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace caremarket
{

namespace
{

constexpr std::string_view localities_prefix = "place.localities.";
constexpr std::string_view cell_suffix = ".commissioner";

Problem problem_at_value(ResolvedInputs const& place, std::string_view path, std::string message)
{
    Origin const& origin = find(place, path)->origin;
    return {.file = origin.file,
            .line = origin.line,
            .column = origin.column,
            .key = std::string{path},
            .message = std::move(message)};
}

/// Codes of all localities, in order.
std::set<std::string> codes_of(ResolvedInputs const& place)
{
    std::set<std::string> codes;
    for (auto at = place.values.lower_bound(localities_prefix);
         at != place.values.end() && at->first.starts_with(localities_prefix); ++at)
    {
        auto const rest = std::string_view{at->first}.substr(localities_prefix.size());
        codes.emplace(rest.substr(0, rest.find('.')));
    }
    return codes;
}

} // namespace

std::string commissioner_path(std::string_view locality)
{
    return fmt::format("{}{}{}", localities_prefix, locality, cell_suffix);
}

Problems problems_of_commissioners(ResolvedInputs const& place)
{
    auto const names = split_names(text_at(place, place_commissioners_path));
    Problems problems;
    std::set<std::string> answerable;
    for (auto const& code : codes_of(place))
    {
        auto const path = commissioner_path(code);
        if (find(place, path) == nullptr)
        {
            if (names.size() > 1)
                problems.push_back(problem_at_value(
                    place, place_commissioners_path,
                    fmt::format(
                        "{} are named, so the table of localities must have a column \"commissioner\" that says "
                        "who is answerable for {}",
                        names.size(), code)));
            continue;
        }
        auto const name = text_at(place, path);
        answerable.insert(name);
        if (std::find(names.begin(), names.end(), name) != names.end())
            continue;
        problems.push_back(
            problem_at_value(place, path, fmt::format("{} is not among the place's commissioners", in_quotes(name))));
        problems.back().did_you_mean = nearest_name(name, names);
    }
    if (names.size() > 1 && problems.empty())
        for (auto const& name : names)
            if (!answerable.contains(name))
                problems.push_back(problem_at_value(place, place_commissioners_path,
                                                    fmt::format("{} is answerable for no locality", in_quotes(name))));
    return problems;
}

} // namespace caremarket
