#pragma once

#include "analysis/compare.hpp"
#include "analysis/parts_assemble.hpp"
#include "analysis/results_file_layout.hpp"
#include "temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <memory>
#include <sstream>

/// Small results files to compare.
namespace caremarket
{

/// Results of two years, in one locality, unless told otherwise; all 0 but for what a test sets.
class Results
{
public:
    Results(std::vector<std::string> strategies, std::size_t replicates,
            std::vector<std::string> outlooks = {"central"}, RecordPeriod period = RecordPeriod::year, int years = 2,
            std::vector<std::string> localities = {"E07000008"})
    {
        plan_.axes = {.outlooks = std::move(outlooks),
                      .strategies = std::move(strategies),
                      .replicates = replicates,
                      .first_year = 2016,
                      .years = years,
                      .locality_codes = localities,
                      .locality_names = localities,
                      .period = period};
        plan_.provenance.title = "Spot or block?";
        plan_.provenance.experiment = "sample";
        plan_.provenance.baseline = plan_.axes.strategies.front();
        plan_.replicates_per_part = 1;
        for (std::size_t i = 0; i < plan_.axes.outlooks.size() * plan_.axes.strategies.size(); ++i)
            plan_.cell_hashes.push_back("c0ffee" + std::to_string(i));
        for (PlannedPart const& planned : planned_parts(plan_))
            runs_.push_back({planned, {.record = Record(shape()), .failure = {}}});
    }

    RunResult& run(std::size_t strategy, std::size_t replicate, std::size_t outlook = 0)
    {
        return runs_[(outlook * plan_.axes.strategies.size() + strategy) * plan_.axes.replicates + replicate].result;
    }
    void pounds(Recorded id, std::size_t strategy, std::size_t replicate, std::size_t year, std::int64_t amount,
                std::size_t outlook = 0)
    {
        run(strategy, replicate, outlook).record.add_pence(id, year, 0, amount * 100);
    }
    void quantity(Recorded id, std::size_t strategy, std::size_t replicate, std::size_t year, double amount)
    {
        run(strategy, replicate).record.set(id, year, 0, amount);
    }
    /// Of one service, in its first channel.
    void pounds_of(Service service, Recorded id, std::size_t strategy, std::size_t replicate, std::size_t period,
                   std::int64_t amount)
    {
        Record& record = run(strategy, replicate).record;
        record.add_pence(id, period, record.cell(metric(id).dimensions, service, Channel{}, 0), amount * 100);
    }
    void quantity_of(Service service, Recorded id, std::size_t strategy, std::size_t replicate, std::size_t period,
                     double amount)
    {
        Record& record = run(strategy, replicate).record;
        record.set(id, period, record.cell(metric(id).dimensions, service, Channel{}, 0), amount);
    }
    void never_run(std::size_t strategy, std::size_t replicate) { run(strategy, replicate).failure = "never"; }
    StoredInputs& inputs() { return plan_.inputs; }
    ResultsAxes& axes() { return plan_.axes; }
    SavingsTarget& target() { return plan_.provenance.savings_target; }

    ResultsFile file() const
    {
        PartStore const store(folder_->path());
        for (Run const& run : runs_)
            if (run.result.failure != "never")
                store.write({.key = run.planned.key, .version = "0.1.0", .shape = shape(), .runs = {run.result}});
        assemble(plan_, store, *folder_ / "r.h5", MissingParts::mark);
        return ResultsFile(*folder_ / "r.h5");
    }

private:
    RecordShape shape() const { return record_shape(plan_.axes, plan_.axes.period); }

    struct Run
    {
        PlannedPart planned;
        RunResult result;
    };
    std::unique_ptr<TemporaryFolder> folder_ = std::make_unique<TemporaryFolder>();
    Plan plan_;
    std::vector<Run> runs_;
};

inline MetricDifference const& metric_of(StrategyComparison const& item, std::string_view name,
                                         std::string_view service = "")
{
    auto const found = std::ranges::find_if(item.metrics, [=](MetricDifference const& metric)
                                            { return metric.name == name && metric.service == service; });
    REQUIRE(found != item.metrics.end());
    return *found;
}

/// The text with single spaces and no line ends, to look for sentences in.
inline std::string flat(std::string const& text)
{
    std::istringstream words(text);
    std::string result, word;
    while (words >> word)
        result += (result.empty() ? "" : " ") + word;
    return result;
}

} // namespace caremarket
