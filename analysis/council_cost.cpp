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

} // namespace caremarket
