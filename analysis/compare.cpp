#include "analysis/compare.hpp"

#include "analysis/compare_cost.hpp"
#include "analysis/compare_services.hpp"
#include "analysis/index_of_name.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <stdexcept>
#include <utility>

namespace caremarket
{

namespace
{

/// Recorded metrics that mean something without dividing them by another.
constexpr std::string_view usual_recorded[] = {"gross_spend",
                                               "void_spend",
                                               "client_contributions",
                                               "procurement_spend",
                                               "council_units_used",
                                               "council_people",
                                               "starts",
                                               "guaranteed_units",
                                               "volume_awarded",
                                               "lots_without_bid",
                                               "providers",
                                               "entries",
                                               "exits",
                                               "capacity",
                                               "staff_hours",
                                               "provider_surplus",
                                               "matching_rounds_cut"};
constexpr std::string_view of_waits[] = {"person_weeks_waiting", "delayed_days", "weeks_waited"};
constexpr std::string_view of_stability[] = {"exits", "displaced_people", "lots_without_bid"};

bool is_usual(StoredMetric const& metric)
{
    return metric.is_care || std::ranges::find(usual_recorded, metric.name) != std::end(usual_recorded);
}

void expect_metrics(MetricCatalogue const& catalogue, std::vector<std::string> const& asked)
{
    std::vector<std::string> const known = catalogue.names();
    std::string problems;
    for (std::string const& name : asked)
        if (!catalogue.find(name))
            problems += (problems.empty() ? "" : "\n") + ("the results hold no metric called " + name) +
                        suggestion(name, known);
    if (!problems.empty())
        throw std::invalid_argument(problems);
}

/// The strategies held against the baseline.
std::vector<std::size_t> others(std::size_t baseline, std::vector<std::string> const& asked,
                                std::vector<std::string> const& names)
{
    std::vector<std::size_t> strategies = indices_of_names("strategy", asked, names);
    std::erase(strategies, baseline);
    if (strategies.empty() && !asked.empty())
        throw std::invalid_argument(names[baseline] + " is the baseline: there is nothing to compare it with");
    return strategies;
}

std::vector<std::string> names_at(std::vector<std::size_t> const& indices, std::vector<std::string> const& names)
{
    std::vector<std::string> result;
    std::ranges::transform(indices, std::back_inserter(result), [&](std::size_t index) { return names[index]; });
    return result;
}

/// What is read once and compared many times.
class Comparing
{
public:
    Comparing(ResultsFile const& file, std::size_t baseline, std::vector<std::string> metrics)
        : file_(file), baseline_(baseline), metrics_(std::move(metrics)), cost_(file)
    {}

    [[nodiscard]] StrategyComparison compare(std::size_t outlook, std::size_t strategy)
    {
        auto const care = [](StoredMetric const& metric) { return metric.is_care; };
        StrategyComparison result;
        result.outlook = file_.axes().outlooks[outlook];
        result.strategy = file_.axes().strategies[strategy];
        std::vector<std::size_t> const replicates = paired_replicates(outlook, strategy, result.pairs);
        CouncilCost::Pair const pair{outlook, baseline_, strategy, replicates};
        result.savings = savings_of(cost_.saved(pair), file_.provenance().savings_target);
        result.savings.by_service = cost_.saved_by_service(pair);
        auto const differences = [&](auto const& names) { return differ(names, pair); };
        result.metrics = differences(metrics_);
        result.waits = differences(of_waits);
        result.stability = differences(of_stability);
        result.care = differences(file_.catalogue().names(care));
        return result;
    }

private:
    std::vector<std::size_t> paired_replicates(std::size_t outlook, std::size_t strategy, Pairing& pairs) const
    {
        std::vector<std::size_t> used;
        for (std::size_t replicate = 0; replicate < file_.axes().replicates; ++replicate)
        {
            CellState const a = file_.state(outlook, baseline_, replicate),
                            b = file_.state(outlook, strategy, replicate);
            if (a == CellState::done && b == CellState::done)
                used.push_back(replicate);
            else if (a == CellState::failed || b == CellState::failed)
                ++pairs.failed;
            else
                ++pairs.missing;
        }
        pairs.used = used.size();
        return used;
    }

    std::vector<MetricDifference> differ(auto const& names, CouncilCost::Pair const& pair)
    {
        std::vector<MetricDifference> result;
        for (std::string_view const name : names)
            if (StoredMetric const* const metric = file_.catalogue().find(name))
                std::ranges::move(differ(*metric, pair), std::back_inserter(result));
        return result;
    }

    /// One difference, or one for each service. A service with nothing in it is left out, unless all have nothing.
    std::vector<MetricDifference> differ(StoredMetric const& metric, CouncilCost::Pair const& pair)
    {
        std::vector<MetricDifference> all, in_use;
        for (WhichService const service : services_apart(file_, metric))
        {
            WholeRunValues const& values = values_of(metric, service);
            all.push_back(values.difference(pair.outlook, pair.baseline, pair.strategy, pair.replicates));
            if (values.has_any(pair.outlook, pair.baseline, pair.replicates) ||
                values.has_any(pair.outlook, pair.strategy, pair.replicates))
                in_use.push_back(all.back());
        }
        return in_use.empty() ? all : in_use;
    }

    WholeRunValues const& values_of(StoredMetric const& metric, WhichService service)
    {
        std::pair const key(metric.name, service);
        if (auto const known = values_.find(key); known != values_.end())
            return known->second;
        return values_.emplace(key, WholeRunValues(file_, metric, service)).first->second;
    }

    ResultsFile const& file_;
    std::size_t baseline_;
    std::vector<std::string> metrics_;
    CouncilCost cost_;
    std::map<std::pair<std::string, WhichService>, WholeRunValues> values_; // by metric and service
};

} // namespace

std::vector<MetricDifference const*> StrategyComparison::worse_care() const
{
    std::vector<MetricDifference const*> result;
    for (MetricDifference const& metric : care)
    {
        bool const only_one_future = metric.difference.n == 1 && metric.leans_worse();
        if (metric.verdict() == Verdict::worse || only_one_future)
            result.push_back(&metric);
    }
    return result;
}

std::vector<std::string> usual_metrics(MetricCatalogue const& catalogue)
{
    return catalogue.names([](StoredMetric const& metric)
                           { return metric.form != StoredMetric::Form::recorded || is_usual(metric); });
}

Comparison compare(ResultsFile const& file, ComparisonQuestion const& question)
{
    ResultsAxes const& axes = file.axes();
    Provenance const& provenance = file.provenance();
    std::size_t const baseline =
        index_of_name("strategy", question.baseline.value_or(provenance.baseline), axes.strategies);
    auto const outlooks = indices_of_names("outlook", question.outlooks, axes.outlooks);
    auto const strategies = others(baseline, question.strategies, axes.strategies);
    expect_metrics(file.catalogue(), question.metrics);

    Comparison result{.title = provenance.title,
                      .experiment = provenance.experiment,
                      .baseline = axes.strategies[baseline],
                      .outlooks = names_at(outlooks, axes.outlooks),
                      .replicates = axes.replicates,
                      .first_year = axes.first_year,
                      .years = axes.years,
                      .target = provenance.savings_target,
                      .items = {}};
    Comparing comparing(file, baseline, question.metrics.empty() ? usual_metrics(file.catalogue()) : question.metrics);
    for (std::size_t const outlook : outlooks)
        for (std::size_t const strategy : strategies)
            result.items.push_back(comparing.compare(outlook, strategy));
    return result;
}

} // namespace caremarket
