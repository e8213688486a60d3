#include "scenarios/bind.hpp"

#include "model/catalogue/rows.hpp"
#include "scenarios/commissioners.hpp"
#include "scenarios/iso_date.hpp"
#include "scenarios/name_list.hpp"
#include "scenarios/resolve_place.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

/// A choice is bound as its index.
double number_of(Description const& what, Scalar const& scalar)
{
    if (auto const* number = std::get_if<double>(&scalar))
        return *number;
    auto const choice = std::find(what.choices.begin(), what.choices.end(), std::get<std::string>(scalar));
    return static_cast<double>(choice - what.choices.begin());
}

void bind_value(Description const& what, InputValue const& value, double& member)
{
    auto const* number = std::get_if<double>(&value);
    member = number ? *number : number_of(what, std::get<std::string>(value));
}

void bind_value(Description const& what, InputValue const& value, Dated& member)
{
    auto const* dated = std::get_if<DatedScalars>(&value);
    if (!dated)
    {
        double constant = 0;
        bind_value(what, value, constant);
        member = Dated{constant};
        return;
    }
    std::vector<std::pair<Date, double>> steps;
    for (auto const& [day, scalar] : *dated)
        steps.emplace_back(day, number_of(what, scalar));
    member = Dated{std::move(steps)};
}

template <class Input>
Input values_from(ResolvedInputs const& inputs)
{
    Input input;
    input.name = inputs.name;
    visit_values(input, [&](std::string const& path, Description const& what, Default, auto& member)
                 { bind_value(what, find(inputs, path)->value, member); });
    return input;
}

/// `place.population.E07000008.85+.2019-06-30.people` → its last four parts.
std::vector<std::string> parts_behind(std::string_view prefix, std::string_view path)
{
    std::vector<std::string> parts{""};
    for (char const c : path.substr(prefix.size()))
        if (c == '.')
            parts.emplace_back();
        else
            parts.back() += c;
    return parts;
}

/// Calls `take(parts, value)` for every cell of a table, in order of keys.
template <class Take>
void for_each_cell(ResolvedInputs const& inputs, std::string_view table, Take&& take)
{
    auto const prefix = "place." + std::string{table} + '.';
    for (auto at = inputs.values.lower_bound(prefix); at != inputs.values.end() && at->first.starts_with(prefix); ++at)
        take(parts_behind(prefix, at->first), at->second.value);
}

LocalityInput& locality_with(std::string const& code, std::vector<LocalityInput>& localities)
{
    return *std::find_if(localities.begin(), localities.end(),
                         [&](LocalityInput const& locality) { return locality.code == code; });
}

/// Where a name stands among others. \pre it does: see problems_of_commissioners
std::size_t place_of(std::string const& name, std::vector<std::string> const& names)
{
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

void bind_localities(ResolvedInputs const& inputs, Place& place)
{
    for_each_cell(inputs, "localities",
                  [&](std::vector<std::string> const& parts, InputValue const& value)
                  {
                      if (place.localities.empty() || place.localities.back().code != parts[0])
                          place.localities.push_back({.code = parts[0], .name = {}, .population = {}, .supply = {}});
                      if (parts[1] == "name")
                          place.localities.back().name = std::get<std::string>(value);
                      else if (parts[1] == "area")
                          place.localities.back().area = std::get<double>(value);
                      else if (parts[1] == "wealth")
                          place.localities.back().wealth = std::get<double>(value);
                      else if (parts[1] == "house_price")
                          place.localities.back().house_price = std::get<double>(value);
                      else if (parts[1] == "commissioner")
                          place.localities.back().commissioner =
                              place_of(std::get<std::string>(value), place.commissioners);
                  });
    std::sort(place.localities.begin(), place.localities.end(),
              [](LocalityInput const& a, LocalityInput const& b) { return a.code < b.code; });
}

void bind_population(ResolvedInputs const& inputs, Place& place)
{
    for_each_cell(inputs, "population",
                  [&](std::vector<std::string> const& parts, InputValue const& value)
                  {
                      auto& points = locality_with(parts[0], place.localities).population[*named<AgeBand>(parts[1])];
                      points.push_back({*date_in(parts[2]), std::get<double>(value)}); // dates sort as their texts do
                  });
}

void bind_supply(ResolvedInputs const& inputs, Place& place)
{
    for_each_cell(inputs, "supply",
                  [&](std::vector<std::string> const& parts, InputValue const& value)
                  {
                      auto& supply = locality_with(parts[0], place.localities).supply[*named<Service>(parts[1])];
                      (parts[2] == "providers" ? supply.providers : supply.capacity) = std::get<double>(value);
                  });
}

void bind_travel(ResolvedInputs const& inputs, Place& place)
{
    for_each_cell(inputs, "travel",
                  [&](std::vector<std::string> const& parts, InputValue const& value) {
                      place.travel.push_back({parts[0], parts[1], std::get<double>(value)});
                  });
    std::sort(place.travel.begin(), place.travel.end(),
              [](TravelLink const& a, TravelLink const& b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); });
}

} // namespace

Place place_from(ResolvedInputs const& inputs)
{
    auto place = values_from<Place>(inputs);
    place.name = text_at(inputs, place_name_path);
    place.commissioners = split_names(text_at(inputs, place_commissioners_path));
    bind_localities(inputs, place);
    bind_population(inputs, place);
    bind_supply(inputs, place);
    bind_travel(inputs, place);
    return place;
}

Outlook outlook_from(ResolvedInputs const& inputs)
{
    return values_from<Outlook>(inputs);
}

Behaviour behaviour_from(ResolvedInputs const& inputs)
{
    return values_from<Behaviour>(inputs);
}

Strategy strategy_from(ResolvedInputs const& inputs)
{
    return values_from<Strategy>(inputs);
}

} // namespace caremarket
