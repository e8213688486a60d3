#include "analysis/studied_design.hpp"

#include "scenarios/number_text.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

/// Numbers, or levels in the order in which they first come.
StudiedFactor studied(SampleAxis const& samples, std::size_t factor)
{
    StudiedFactor result{.name = samples.factors[factor]};
    if (!samples.units.empty())
        result.unit = samples.units[factor];
    bool const are_numbers =
        std::ranges::all_of(samples.values, [&](auto const& row) { return number_in(row[factor]).has_value(); });
    if (are_numbers)
        return result;
    for (auto const& row : samples.values)
        if (std::ranges::find(result.levels, row[factor]) == result.levels.end())
            result.levels.push_back(row[factor]);
    return result;
}

double value_of(StudiedFactor const& factor, std::string const& text)
{
    if (!factor.is_categorical())
        return *number_in(text);
    return static_cast<double>(std::ranges::find(factor.levels, text) - factor.levels.begin());
}

} // namespace

StudiedDesign studied(SampleAxis const& samples)
{
    StudiedDesign design{.factors = {}, .values = {}, .points = samples.points, .group = samples.group};
    for (std::size_t factor = 0; factor < samples.factors.size(); ++factor)
        design.factors.push_back(studied(samples, factor));
    for (auto const& texts : samples.values)
    {
        auto& row = design.values.emplace_back();
        row.reserve(texts.size());
        for (std::size_t factor = 0; factor < texts.size(); ++factor)
            row.push_back(value_of(design.factors[factor], texts[factor]));
    }
    if (design.points.empty())
        design.points = points_over_range(design.values);
    return design;
}

} // namespace caremarket
