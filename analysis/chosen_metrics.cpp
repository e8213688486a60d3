#include "analysis/chosen_metrics.hpp"

#include "analysis/index_of_name.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <stdexcept>

namespace caremarket
{

namespace
{

void expect_known(MetricCatalogue const& all, std::vector<std::string> const& names)
{
    std::vector<std::string> problems;
    for (std::string const& name : names)
        if (all.find(name) == nullptr)
            problems.push_back(fmt::format("there is no metric called \"{}\"{}", name, suggestion(name, all.names())));
    if (!problems.empty())
        throw std::invalid_argument(fmt::format("{}; see: caremarket list metrics", fmt::join(problems, "\n")));
}

/// Names of the recorded metrics without which these cannot be told.
std::set<std::string> recorded_parts(MetricCatalogue const& all, std::vector<std::string> const& names)
{
    std::set<std::string> parts;
    for (std::string const& name : names)
    {
        StoredMetric const& metric = *all.find(name);
        if (metric.form == StoredMetric::Form::recorded)
            parts.insert(name);
        else
            parts.insert({metric.a, metric.b});
    }
    return parts;
}

} // namespace

MetricCatalogue chosen_metrics(MetricCatalogue const& all, std::vector<std::string> const& names)
{
    if (names.empty())
        return all;
    expect_known(all, names);
    std::set<std::string> const parts = recorded_parts(all, names);
    MetricCatalogue result;
    std::ranges::copy_if(all.recorded, std::back_inserter(result.recorded),
                         [&](StoredMetric const& m) { return parts.contains(m.name); });
    std::ranges::copy_if(all.derived, std::back_inserter(result.derived),
                         [&](StoredMetric const& m) { return parts.contains(m.a) && parts.contains(m.b); });
    for (std::string const& name : names)
        if (std::ranges::find(result.chosen, name) == result.chosen.end())
            result.chosen.push_back(name);
    return result;
}

} // namespace caremarket
