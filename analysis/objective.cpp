#include "analysis/objective.hpp"

#include "analysis/compare_services.hpp"
#include "analysis/council_cost.hpp"
#include "analysis/index_of_name.hpp"
#include "analysis/sweep_outcomes.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <stdexcept>

namespace caremarket
{

namespace
{

/// A metric that may be added up over a run. \throws std::invalid_argument when it may not
StoredMetric const& flow_called(std::string const& name, MetricCatalogue const& catalogue)
{
    StoredMetric const& metric = metric_called(name, catalogue);
    if (metric.form == StoredMetric::Form::ratio)
        throw std::invalid_argument(
            fmt::format("{} is an average and cannot be added up: take what it is formed from, {} or {}", name,
                        metric.a, metric.b));
    if (metric.over != Over::sum)
        throw std::invalid_argument(
            fmt::format("{} is a stock, how much there is on a day, and cannot be added up: take a flow, such as "
                        "person_weeks_waiting for waiting_people",
                        name));
    return metric;
}

/// The service that a metric is asked of, and which of its units is meant then.
/// \throws std::invalid_argument when units of several services would be added that are not alike
WhichService service_of(ResultsFile const& file, StoredMetric const& metric, std::optional<std::string> const& service)
{
    std::vector<std::string> const& services = file.axes().services;
    if (!service)
    {
        if (services_apart(file, metric).size() > 1)
            throw std::invalid_argument(fmt::format("{} is counted in {} and not added over services: say of which, "
                                                    "{}.{}",
                                                    metric.name, metric.unit, services.front(), metric.name));
        return std::nullopt;
    }
    std::size_t const index = index_of_name("service", *service, services);
    if (!metric.has_services())
        throw std::invalid_argument(fmt::format("{} is not kept by service", metric.name));
    return index;
}

} // namespace

Objective::Amount Objective::amount(ResultsFile const& file, Worth const& worth)
{
    auto const point = worth.metric.find('.');
    bool const has_service = point != std::string::npos;
    StoredMetric const& metric =
        flow_called(has_service ? worth.metric.substr(point + 1) : worth.metric, file.catalogue());
    WhichService const service =
        service_of(file, metric, has_service ? std::optional{worth.metric.substr(0, point)} : std::nullopt);
    return {.worth = worth, .unit = unit_of(metric, service), .of_runs = totals_of_runs(file, {metric.name}, service)};
}

void Objective::take_spend(ResultsFile const& file, std::optional<std::string> const& metric)
{
    if (!metric)
    {
        if (auto const absent = costs_left_out(file.catalogue()); !absent.empty())
            throw std::invalid_argument(
                fmt::format("what care costs the council cannot be told without {}: collect the sweep again with them, "
                            "or say --spend",
                            fmt::join(absent, ", ")));
        spend_ = "cost to the council";
        spend_of_runs_ = totals_of_runs(file, cost_metrics(file.catalogue()));
        return;
    }
    if (StoredMetric const& asked = flow_called(*metric, file.catalogue()); !asked.is_money())
        throw std::invalid_argument(fmt::format("{} is counted in {}, not in GBP", *metric, asked.unit));
    spend_ = *metric;
    spend_of_runs_ = totals_of_runs(file, {*metric});
}

Objective::Objective(ResultsFile const& file, ObjectiveQuestion const& question)
    : outlooks_(file.axes().outlooks.size()),
      strategies_(file.axes().strategies.size()),
      replicates_(file.axes().replicates)
{
    for (Worth const& worth : question.worths)
        times_ = std::max(times_, worth.pounds.size());
    for (Worth const& worth : question.worths)
        if (worth.pounds.size() != 1 && worth.pounds.size() != times_)
            throw std::invalid_argument(
                fmt::format("{} has {} worths where another amount has {}: give as many of each, or one that holds "
                            "throughout",
                            worth.metric, worth.pounds.size(), times_));
    take_spend(file, question.spend);
    for (Worth const& worth : question.worths)
        amounts_.push_back(amount(file, worth));
}

std::vector<WorthInOne> Objective::worths(std::size_t time) const
{
    std::vector<WorthInOne> worths;
    for (Amount const& amount : amounts_)
        worths.push_back({.metric = amount.worth.metric, .unit = amount.unit, .pounds = amount.pounds(time)});
    return worths;
}

std::vector<double> Objective::of(std::size_t time, std::size_t sample, std::size_t outlook, std::size_t strategy) const
{
    std::size_t const first = ((sample * outlooks_ + outlook) * strategies_ + strategy) * replicates_;
    std::vector<double> pounds(replicates_);
    for (std::size_t replicate = 0; replicate < replicates_; ++replicate)
    {
        pounds[replicate] = spend_of_runs_[first + replicate];
        for (Amount const& amount : amounts_)
            pounds[replicate] += amount.pounds(time) * amount.of_runs[first + replicate];
    }
    return pounds;
}

} // namespace caremarket
