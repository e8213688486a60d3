#include "analysis/index_of_name.hpp"

#include "scenarios/nearest_name.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <stdexcept>

namespace caremarket
{

std::string suggestion(std::string_view written, std::span<std::string const> known)
{
    std::string const near = nearest_name(written, known);
    return near.empty() ? "" : "; did you mean " + near + "?";
}

std::size_t index_of_name(std::string_view what, std::string const& name, std::span<std::string const> names)
{
    auto const found = std::ranges::find(names, name);
    if (found != names.end())
        return static_cast<std::size_t>(found - names.begin());
    throw std::invalid_argument(fmt::format("the results hold no {} called {}{}", what, name, suggestion(name, names)));
}

std::vector<std::size_t> indices_of_names(std::string_view what, std::span<std::string const> asked,
                                          std::span<std::string const> names)
{
    std::vector<std::size_t> indices(asked.empty() ? names.size() : asked.size());
    if (asked.empty())
        std::iota(indices.begin(), indices.end(), std::size_t{0});
    else
        std::ranges::transform(asked, indices.begin(),
                               [&](std::string const& name) { return index_of_name(what, name, names); });
    std::ranges::sort(indices);
    indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
    return indices;
}

} // namespace caremarket
