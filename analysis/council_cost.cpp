#include "analysis/council_cost.hpp"

#include <iterator>
#include <numeric>
#include <stdexcept>

namespace caremarket
{

namespace
{

std::int64_t pence_of(Record const& run, Recorded id)
{
    auto const& amounts = run.pence(id);
    return std::accumulate(amounts.begin(), amounts.end(), std::int64_t{0});
}

/// \pre the model has a metric of this name, recorded or a difference
std::int64_t pence_of(Record const& run, std::string_view name)
{
    for (RecordedMetric const& metric : recorded_metrics())
        if (metric.name == name)
            return pence_of(run, metric.id);
    for (DerivedMetric const& metric : derived_metrics())
        if (metric.name == name && metric.form == DerivedMetric::Form::difference)
            return pence_of(run, metric.a) - pence_of(run, metric.b);
    throw std::logic_error("the model has no amount of money called " + std::string(name));
}

} // namespace

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

std::int64_t council_cost(Record const& run)
{
    std::int64_t pence = 0;
    for (std::string_view const name : costs_by_service)
        pence += pence_of(run, name);
    for (std::string_view const name : costs_of_the_whole)
        pence += pence_of(run, name);
    return pence;
}

} // namespace caremarket
