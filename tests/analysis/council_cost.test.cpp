#include "analysis/council_cost.hpp"

#include "analysis/results_file.hpp"
#include "sample_results.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

TEST_CASE("What a run costs the council is what a reader of its results file adds up, to the penny")
{
    SampleFile const sample;
    ResultsFile const file(sample.path);
    std::int64_t pence = 0;
    for (std::string const& metric : cost_metrics(file.catalogue()))
    {
        PenceSeries const amounts = file.yearly_pence(metric);
        for (std::size_t year = 0; year < amounts.periods; ++year)
            pence += amounts(1, 0, 2, year);
    }
    ResultsAxes const& axes = sample.plan.axes;
    CHECK(council_cost(sample_record(monthly_shape(axes), sample_run(axes, 1, 0, 2))) == pence);
}

TEST_CASE("It is spend on care less what clients pay, tenders, officers, capital in own supply, grants and what is "
          "invested to save")
{
    Record run({.periods = 12, .localities = 1});
    run.add_pence(Recorded::gross_spend, 0, 0, 1'000'000);
    run.add_pence(Recorded::gross_spend, 11, 1, 200'000);
    run.add_pence(Recorded::client_contributions, 3, 0, 30'000);
    run.add_pence(Recorded::procurement_spend, 5, 0, 4'000);
    run.add_pence(Recorded::officer_spend, 6, 0, 500);
    run.add_pence(Recorded::own_supply_capital, 7, 0, 60);
    run.add_pence(Recorded::building_grants, 8, 0, 3);
    run.add_pence(Recorded::invest_to_save, 9, 0, 7'000'000);
    run.add_pence(Recorded::void_spend, 0, 0, 7); // in gross spend already
    run.add_pence(Recorded::top_ups, 0, 0, 8);    // paid by families
    CHECK(council_cost(run) == 8'174'563);
}
