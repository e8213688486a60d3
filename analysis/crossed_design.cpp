#include "analysis/crossed_design.hpp"

#include "analysis/index_of_name.hpp"
#include "scenarios/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <stdexcept>

namespace caremarket
{

namespace
{

constexpr std::size_t no_level = std::numeric_limits<std::size_t>::max();

/// Numbers are the same however they are written.
std::string same_text(std::string const& value)
{
    auto const number = number_in(value);
    return number ? shortest_text(*number) : value;
}

/// [sample] of a factor
std::vector<std::string> column_of(SampleAxis const& samples, std::size_t factor)
{
    std::vector<std::string> column;
    for (auto const& row : samples.values)
        column.push_back(same_text(row[factor]));
    return column;
}

bool is_constant(std::vector<std::string> const& column)
{
    return std::ranges::all_of(column, [&](std::string const& value) { return value == column.front(); });
}

/// Whether a value of the lever always comes with the same one of the other.
bool follows(std::vector<std::string> const& other, std::vector<std::string> const& lever)
{
    std::map<std::string, std::string> met;
    for (std::size_t sample = 0; sample < lever.size(); ++sample)
        if (met.emplace(lever[sample], other[sample]).first->second != other[sample])
            return false;
    return true;
}

void take_values(std::vector<std::string> const& lever, CrossedDesign& design)
{
    for (std::string const& value : lever)
        if (std::ranges::find(design.values, value) == design.values.end())
            design.values.push_back(value);
    design.are_numbers =
        std::ranges::all_of(design.values, [](std::string const& value) { return number_in(value).has_value(); });
    if (design.are_numbers)
        std::ranges::sort(design.values, {}, [](std::string const& value) { return *number_in(value); });
}

/// Parts the other factors into those that go with the lever and those that are uncertain. Where each value stands once,
/// any factor follows from it: then none does, unless all samples are one draw.
void part_factors(SampleAxis const& samples, std::vector<std::string> const& lever, CrossedDesign& design)
{
    bool const may_follow = design.values.size() < lever.size() || samples.group == lever.size();
    for (std::size_t factor = 0; factor < samples.factors.size(); ++factor)
    {
        if (factor == design.lever)
            continue;
        auto const column = column_of(samples, factor);
        bool const follows_it = may_follow && !is_constant(column) && follows(column, lever);
        (follows_it ? design.moved_with : design.uncertain).push_back(factor);
    }
}

void take_samples(SampleAxis const& samples, std::vector<std::string> const& lever, CrossedDesign& design)
{
    std::map<std::vector<std::string>, std::size_t> draws;
    for (std::size_t sample = 0; sample < lever.size(); ++sample)
    {
        std::vector<std::string> others;
        for (std::size_t const factor : design.uncertain)
            others.push_back(same_text(samples.values[sample][factor]));
        auto const draw = draws.emplace(std::move(others), draws.size()).first->second;
        if (draw == design.samples.size())
            design.samples.emplace_back(design.values.size(), no_level);
        auto const value = std::ranges::find(design.values, lever[sample]) - design.values.begin();
        std::size_t& place = design.samples[draw][static_cast<std::size_t>(value)];
        place = std::min(place, sample); // a list may say a row twice
    }
}

void expect_crossed(std::string const& factor, CrossedDesign const& design)
{
    auto const lacks_values = [](std::vector<std::size_t> const& samples)
    { return std::ranges::find(samples, no_level) != samples.end(); };
    if (auto const lacking = std::ranges::count_if(design.samples, lacks_values); lacking > 0)
        throw std::invalid_argument(fmt::format(
            "{} is not crossed with the other factors: {} of {} draws of these lack some of its {} values, so that "
            "values would be compared in different futures; in the sweep's file put it under [design.crossed], like "
            "\"{}\" = {{ values = [0, 0.5, 1] }}, then plan, run and collect the sweep again",
            factor, lacking, design.samples.size(), design.values.size(), factor));
}

} // namespace

CrossedDesign crossed_design(SampleAxis const& samples, std::string const& factor)
{
    CrossedDesign design{.lever = index_of_name("factor", factor, samples.factors), .samples = {}};
    auto const lever = column_of(samples, design.lever);
    take_values(lever, design);
    if (design.values.size() < 2)
        throw std::invalid_argument(
            fmt::format("{} is {} in every sample: there is nothing to choose among", factor, design.values.front()));
    part_factors(samples, lever, design);
    take_samples(samples, lever, design);
    expect_crossed(factor, design);
    return design;
}

SampleAxis draws_of(SampleAxis const& samples, CrossedDesign const& design)
{
    SampleAxis draws{.design = samples.design, .group = 1, .factors = {}, .values = {}, .points = {}};
    for (std::size_t const factor : design.uncertain)
    {
        draws.factors.push_back(samples.factors[factor]);
        if (!samples.units.empty())
            draws.units.push_back(samples.units[factor]);
        if (!samples.meanings.empty())
            draws.meanings.push_back(samples.meanings[factor]);
    }
    for (auto const& of_draw : design.samples)
    {
        auto& values = draws.values.emplace_back();
        for (std::size_t const factor : design.uncertain)
            values.push_back(samples.values[of_draw.front()][factor]);
        if (samples.points.empty())
            continue;
        auto& point = draws.points.emplace_back();
        for (std::size_t const factor : design.uncertain)
            point.push_back(samples.points[of_draw.front()][factor]);
    }
    return draws;
}

} // namespace caremarket
