#include "analysis/index_of_name.hpp"

#include "scenarios/nearest_name.hpp"

#include <algorithm>
#include <fmt/format.h>
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

} // namespace caremarket
