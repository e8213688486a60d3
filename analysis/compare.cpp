#include "analysis/compare.hpp"

#include "scenarios/nearest_name.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

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

std::vector<std::string> names_of(MetricCatalogue const& catalogue, auto const& wanted)
{
    std::vector<std::string> names;
    for (std::vector<StoredMetric> const* const metrics : {&catalogue.recorded, &catalogue.derived})
        for (StoredMetric const& metric : *metrics)
            if (wanted(metric))
                names.push_back(metric.name);
    return names;
}

std::string suggestion(std::string_view written, std::vector<std::string> const& known)
{
    std::string const near = nearest_name(written, known);
    return near.empty() ? "" : "; did you mean " + near + "?";
}

std::size_t index_of(std::string const& baseline, std::vector<std::string> const& strategies)
{
    auto const found = std::ranges::find(strategies, baseline);
    if (found != strategies.end())
        return static_cast<std::size_t>(found - strategies.begin());
    throw std::invalid_argument("the results hold no strategy called " + baseline + suggestion(baseline, strategies));
}

void expect_metrics(MetricCatalogue const& catalogue, std::vector<std::string> const& asked)
{
    std::vector<std::string> const known = names_of(catalogue, [](StoredMetric const&) { return true; });
    std::string problems;
    for (std::string const& name : asked)
        if (!catalogue.find(name))
            problems += (problems.empty() ? "" : "\n") + ("the results hold no metric called " + name) +
                        suggestion(name, known);
    if (!problems.empty())
        throw std::invalid_argument(problems);
}

/// What is read once and compared many times.
class Comparing
{
public:
    Comparing(ResultsFile const& file, std::size_t baseline, std::vector<std::string> metrics)
        : file_(file),
          baseline_(baseline),
          metrics_(std::move(metrics)),
          net_spend_(file.yearly_pence("net_spend")),
          procurement_(file.yearly_pence("procurement_spend"))
    {}

    [[nodiscard]] StrategyComparison compare(std::size_t outlook, std::size_t strategy)
    {
        auto const care = [](StoredMetric const& metric) { return metric.is_care; };
        StrategyComparison result;
        result.outlook = file_.axes().outlooks[outlook];
        result.strategy = file_.axes().strategies[strategy];
        std::vector<std::size_t> const replicates = paired_replicates(outlook, strategy, result.pairs);
        result.savings = savings_of(saved(outlook, strategy, replicates), file_.provenance().savings_target);
        auto const differences = [&](auto const& names) { return differ(names, outlook, strategy, replicates); };
        result.metrics = differences(metrics_);
        result.waits = differences(of_waits);
        result.stability = differences(of_stability);
        result.care = differences(names_of(file_.catalogue(), care));
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

    /// Cost to the council in a year [pence].
    std::int64_t cost(std::size_t outlook, std::size_t strategy, std::size_t replicate, std::size_t year) const
    {
        return net_spend_(outlook, strategy, replicate, year) + procurement_(outlook, strategy, replicate, year);
    }

    SavedPence saved(std::size_t outlook, std::size_t strategy, std::vector<std::size_t> const& replicates) const
    {
        SavedPence result{.first_year = file_.axes().first_year, .years = net_spend_.periods, .pence = {}};
        for (std::size_t const replicate : replicates)
            for (std::size_t year = 0; year < result.years; ++year)
                result.pence.push_back(cost(outlook, baseline_, replicate, year) -
                                       cost(outlook, strategy, replicate, year));
        return result;
    }

    std::vector<MetricDifference> differ(auto const& names, std::size_t outlook, std::size_t strategy,
                                         std::vector<std::size_t> const& replicates)
    {
        std::vector<MetricDifference> result;
        for (std::string_view const name : names)
            if (StoredMetric const* const metric = file_.catalogue().find(name))
                result.push_back(values_of(*metric).difference(outlook, baseline_, strategy, replicates));
        return result;
    }

    WholeRunValues const& values_of(StoredMetric const& metric)
    {
        if (auto const known = values_.find(metric.name); known != values_.end())
            return known->second;
        return values_.emplace(metric.name, WholeRunValues(file_, metric)).first->second;
    }

    ResultsFile const& file_;
    std::size_t baseline_;
    std::vector<std::string> metrics_;
    PenceSeries net_spend_, procurement_;
    std::map<std::string, WholeRunValues> values_; // by metric
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
    return names_of(catalogue, [](StoredMetric const& metric)
                    { return metric.form != StoredMetric::Form::recorded || is_usual(metric); });
}

Comparison compare(ResultsFile const& file, ComparisonQuestion const& question)
{
    ResultsAxes const& axes = file.axes();
    Provenance const& provenance = file.provenance();
    std::size_t const baseline = index_of(question.baseline.value_or(provenance.baseline), axes.strategies);
    expect_metrics(file.catalogue(), question.metrics);

    Comparison result{.title = provenance.title,
                      .experiment = provenance.experiment,
                      .baseline = axes.strategies[baseline],
                      .outlooks = axes.outlooks,
                      .replicates = axes.replicates,
                      .first_year = axes.first_year,
                      .years = axes.years,
                      .target = provenance.savings_target,
                      .items = {}};
    Comparing comparing(file, baseline, question.metrics.empty() ? usual_metrics(file.catalogue()) : question.metrics);
    for (std::size_t outlook = 0; outlook < axes.outlooks.size(); ++outlook)
        for (std::size_t strategy = 0; strategy < axes.strategies.size(); ++strategy)
            if (strategy != baseline)
                result.items.push_back(comparing.compare(outlook, strategy));
    return result;
}

} // namespace caremarket
