#include "analysis/council_cost.hpp"

#include <iterator>

namespace caremarket
{

std::vector<std::string> cost_metrics(MetricCatalogue const& catalogue)
{
    std::vector<std::string> names{std::begin(costs_by_service), std::end(costs_by_service)};
    for (std::string_view const name : costs_of_the_whole)
        if (catalogue.find(name) != nullptr)
            names.emplace_back(name);
    return names;
}

std::vector<std::string> costs_left_out(MetricCatalogue const& catalogue)
{
    std::vector<std::string> absent;
    if (catalogue.chosen.empty())
        return absent; // the file has all that its version of the model had
    auto const see = [&](auto const& names)
    {
        for (std::string_view const name : names)
            if (catalogue.find(name) == nullptr)
                absent.emplace_back(name);
    };
    see(costs_by_service);
    see(costs_of_the_whole);
    return absent;
}

} // namespace caremarket
