#include "analysis/results_file_contents.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

namespace
{

ResultsAxes two_years_from_2016()
{
    ResultsAxes axes;
    axes.first_year = 2016;
    axes.years = 2;
    return axes;
}

} // namespace

TEST_CASE("A financial year is named by the two years it lies in")
{
    CHECK(financial_year_name(2016) == "2016/17");
    CHECK(financial_year_name(1999) == "1999/00");
    CHECK(financial_year_name(2008) == "2008/09");
}

TEST_CASE("Periods begin on 1 April and are named by month, quarter or financial year")
{
    ResultsAxes const axes = two_years_from_2016();
    CHECK(axes.periods(RecordPeriod::month) == 24);
    CHECK(period_name(axes, RecordPeriod::month, 0) == "2016-04");
    CHECK(period_name(axes, RecordPeriod::month, 23) == "2018-03");
    CHECK(period_name(axes, RecordPeriod::quarter, 0) == "2016/17 Q1");
    CHECK(period_name(axes, RecordPeriod::quarter, 7) == "2017/18 Q4");
    CHECK(period_name(axes, RecordPeriod::year, 1) == "2017/18");
    using namespace std::chrono;
    CHECK(first_day(axes, RecordPeriod::quarter, 3) == sys_days{2017y / January / 1});
    CHECK(first_day(axes, RecordPeriod::year, 1) == sys_days{2017y / April / 1});
}

TEST_CASE("The catalogue for a results file names the parts of every derived metric")
{
    MetricCatalogue const catalogue = model_catalogue();
    CHECK(catalogue.recorded.size() == recorded_metrics().size());
    CHECK(catalogue.derived.size() == derived_metrics().size());
    for (StoredMetric const& m : catalogue.derived)
    {
        INFO(m.name);
        CHECK(catalogue.find(m.a) != nullptr);
        CHECK(catalogue.find(m.b) != nullptr);
        CHECK(m.form != StoredMetric::Form::recorded);
    }
    CHECK(catalogue.find("no_such_metric") == nullptr);
}

TEST_CASE("No metric has a unit that xarray takes for a span of time")
{
    MetricCatalogue const catalogue = model_catalogue();
    for (auto const* list : {&catalogue.recorded, &catalogue.derived})
        for (StoredMetric const& m : *list)
            for (char const* const span : {"days", "hours", "minutes", "seconds", "milliseconds", "microseconds"})
                CHECK(m.unit != span);
}
