#include "analysis/compare_services.hpp"

#include "compare_sample.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

using namespace caremarket;
using Catch::Contains;

namespace
{

constexpr Service homecare = Service::homecare, residential = Service::residential;
constexpr std::size_t replicates = 10;

/// In each of two years both strategies buy 100 hours and 10 bed-weeks; block-heavy pays £1 more for an hour and £10
/// less for a week in a bed, and more people wait for a bed, fewer for homecare.
Results two_services()
{
    Results results({"spot-heavy", "block-heavy"}, replicates);
    for (std::size_t r = 0; r < replicates; ++r)
        for (std::size_t year = 0; year < 2; ++year)
            for (std::size_t strategy = 0; strategy < 2; ++strategy)
            {
                bool const is_block = strategy == 1;
                results.quantity_of(homecare, Recorded::council_units, strategy, r, year, 100);
                results.quantity_of(residential, Recorded::council_units, strategy, r, year, 10);
                results.pounds_of(homecare, Recorded::gross_spend, strategy, r, year, is_block ? 2100 : 2000);
                results.pounds_of(residential, Recorded::gross_spend, strategy, r, year, is_block ? 6400 : 6500);
                results.quantity_of(homecare, Recorded::waiting_units, strategy, r, year, is_block ? 60 : 100);
                results.quantity_of(residential, Recorded::waiting_units, strategy, r, year, is_block ? 14 : 10);
            }
    return results;
}

StrategyComparison compared(Results const& results, std::vector<std::string> metrics)
{
    return compare(results.file(), {.baseline = {}, .metrics = std::move(metrics)}).items[0];
}

} // namespace

TEST_CASE("A unit may be another one for each service, in the order of services")
{
    using Units = std::vector<std::string_view>;
    CHECK(units_by_service("GBP") == Units{"GBP"});
    CHECK(units_by_service("h or bed-week") == Units{"h", "bed-week"});
    CHECK(units_by_service("GBP/h or GBP/bed-week or GBP/session") == Units{"GBP/h", "GBP/bed-week", "GBP/session"});
    CHECK(units_by_service("hour") == Units{"hour"}); // an "or" within a word
}

TEST_CASE("Hours and weeks in a bed are never added")
{
    StrategyComparison const item = compared(two_services(), {"council_units", "waiting_units"});
    REQUIRE(item.metrics.size() == 4); // none of both services together
    MetricDifference const &hours = metric_of(item, "council_units", "homecare"),
                           &weeks = metric_of(item, "council_units", "residential");
    CHECK(hours.baseline == 100.0);
    CHECK(hours.unit == "h");
    CHECK(weeks.baseline == 10.0);
    CHECK(weeks.unit == "bed-week");
    CHECK(metric_of(item, "waiting_units", "homecare").difference.mean == -40.0);
    CHECK(metric_of(item, "waiting_units", "residential").difference.mean == 4.0);
}

TEST_CASE("A list of units shorter than that of services goes on with its last")
{
    Results results({"spot-heavy", "block-heavy"}, replicates);
    for (std::size_t r = 0; r < replicates; ++r)
        for (std::size_t strategy = 0; strategy < 2; ++strategy)
            results.quantity_of(Service::nursing, Recorded::council_units, strategy, r, 0, 10);
    StrategyComparison const item = compared(results, {"council_units"});
    CHECK(metric_of(item, "council_units", "nursing").unit == "bed-week");
}

TEST_CASE("A price is that of one service")
{
    StrategyComparison const item = compared(two_services(), {"average_price"});
    REQUIRE(item.metrics.size() == 2);
    MetricDifference const &hour = metric_of(item, "average_price", "homecare"),
                           &week = metric_of(item, "average_price", "residential");
    CHECK(hour.baseline == 20.0); // both together: 8500 / 110 = 77.27, in no unit
    CHECK(hour.strategy == 21.0);
    CHECK(hour.unit == "GBP/h");
    CHECK(hour.verdict() == Verdict::worse);
    CHECK(week.baseline == 650.0);
    CHECK(week.strategy == 640.0);
    CHECK(week.unit == "GBP/bed-week");
    CHECK(week.verdict() == Verdict::better);
}

TEST_CASE("A ratio without a unit is of one service too where its parts differ by service")
{
    Results results({"spot-heavy", "block-heavy"}, replicates);
    for (std::size_t r = 0; r < replicates; ++r)
        for (std::size_t strategy = 0; strategy < 2; ++strategy)
        {
            results.quantity_of(homecare, Recorded::capacity, strategy, r, 0, 100);
            results.quantity_of(homecare, Recorded::occupied_capacity, strategy, r, 0, 90);
            results.quantity_of(residential, Recorded::capacity, strategy, r, 0, 10);
            results.quantity_of(residential, Recorded::occupied_capacity, strategy, r, 0, 4);
        }
    StrategyComparison const item = compared(results, {"occupancy"});
    CHECK(metric_of(item, "occupancy", "homecare").baseline == Approx(0.9)); // both together: 94 / 110
    CHECK(metric_of(item, "occupancy", "residential").baseline == Approx(0.4));
    CHECK(metric_of(item, "occupancy", "residential").unit == "share");
}

TEST_CASE("Money and people are still told for all services together")
{
    Results results = two_services();
    for (std::size_t r = 0; r < replicates; ++r)
        for (Service const service : {homecare, residential})
            results.quantity_of(service, Recorded::starts, 0, r, 0, 7);
    StrategyComparison const item = compared(results, {"gross_spend", "starts"});
    REQUIRE(item.metrics.size() == 2);
    CHECK(metric_of(item, "gross_spend").baseline == 8500.0);
    CHECK(metric_of(item, "starts").baseline == 7.0); // 14 in two years
}

TEST_CASE("Sentences and tables name the service")
{
    std::string const text = flat(comparison_text(compare(two_services().file(), {})));
    CHECK_THAT(text, Contains("Care Worse: residential waiting units (+4 bed-weeks a year, +40 %). Better: homecare "
                              "waiting units (-40 hours a year, -40 %)."));
    CHECK_THAT(text, Contains("Worse for people: residential waiting units."));
    CHECK_THAT(text, Contains("Worse for people under central: residential waiting units."));
    CHECK_THAT(text, Contains("average_price homecare GBP/h 20 21 +1 0 +5 worse 10"));
    CHECK_THAT(text, Contains("average_price residential GBP/bed-week 650 640 -10 0 -1.54 better 10"));
    CHECK_THAT(text, !Contains(" or bed"));
}

TEST_CASE("The JSON names metric and service, null for all together")
{
    nlohmann::json const item = comparison_json(
        compare(two_services().file(), {.baseline = {}, .metrics = {"average_price", "gross_spend"}}))["items"][0];
    REQUIRE(item["metrics"].size() == 3);
    CHECK(item["metrics"][0]["metric"] == "average_price");
    CHECK(item["metrics"][0]["service"] == "homecare");
    CHECK(item["metrics"][1]["service"] == "residential");
    CHECK(item["metrics"][1]["unit"] == "GBP/bed-week");
    CHECK(item["metrics"][2]["service"].is_null());
    CHECK(item["saving"]["worse_care"][0]["metric"] == "waiting_units");
    CHECK(item["saving"]["worse_care"][0]["service"] == "residential");
}

TEST_CASE("A service with nothing in it is left out, unless there is nothing in any")
{
    Results results({"spot-heavy", "block-heavy"}, replicates);
    for (std::size_t r = 0; r < replicates; ++r)
    {
        results.quantity_of(residential, Recorded::council_units, 1, r, 0, 10); // nothing under the baseline
        results.pounds_of(residential, Recorded::gross_spend, 1, r, 0, 6500);
    }
    StrategyComparison const item = compared(results, {"council_units", "average_price", "capacity"});
    CHECK(item.metrics.size() == 5); // capacity of all three
    CHECK(metric_of(item, "council_units", "residential").baseline == 0.0);
    CHECK(std::isnan(metric_of(item, "average_price", "residential").baseline));
    CHECK(metric_of(item, "capacity", "homecare").verdict() == Verdict::same);
    CHECK(item.savings.by_service.size() == 1);
    CHECK_THAT(flat(comparison_text(compare(results.file(), {}))), Contains("after paying for tenders. In the last"));
}

TEST_CASE("The saving is split by service, tenders included")
{
    Results results = two_services();
    for (std::size_t r = 0; r < replicates; ++r)
    {
        results.pounds_of(homecare, Recorded::procurement_spend, 1, r, 0, 40);
        results.pounds_of(residential, Recorded::client_contributions, 1, r, 1, 50);
    }
    Comparison const comparison = compare(results.file(), {});
    std::vector<SavingOfService> const& parts = comparison.items[0].savings.by_service;
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].service == "homecare");
    CHECK(parts[0].over_the_run.mean == -240.0);
    CHECK(parts[1].over_the_run.mean == 250.0);
    CHECK(comparison.items[0].savings.over_the_run().mean == 10.0);
    CHECK_THAT(flat(comparison_text(comparison)),
               Contains("saves £10 in cash over the 2 years to 2017/18, against the baseline spot-heavy and after "
                        "paying for tenders (homecare £240 more, residential £250 saved). In the last year"));
    nlohmann::json const json = comparison_json(comparison)["items"][0]["saving"]["by_service"];
    CHECK(json[1]["service"] == "residential");
    CHECK(json[1]["cash_over_the_run"]["mean"] == 250.0);
}

TEST_CASE("A part of the saving that is noise is called so")
{
    Results results = two_services();
    for (std::size_t r = 0; r < replicates; ++r)
        results.pounds_of(residential, Recorded::gross_spend, 1, r, 0, r % 2 == 0 ? 900 : -500);
    CHECK_THAT(flat(comparison_text(compare(results.file(), {}))),
               Contains("(homecare £200 more, residential within noise)"));
}

TEST_CASE("A stock is averaged over the months that a file has, a flow added up")
{
    Results results({"spot-heavy", "block-heavy"}, 2, {"central"}, RecordPeriod::month);
    for (std::size_t r = 0; r < 2; ++r)
        for (std::size_t month = 0; month < 24; ++month)
        {
            bool const is_march = month % 12 == 11;
            results.quantity(Recorded::providers, 0, r, month, is_march ? 22 : 10);
            results.quantity(Recorded::exits, 0, r, month, 2);
            results.quantity(Recorded::capacity, 0, r, month, 100);
            results.quantity(Recorded::occupied_capacity, 0, r, month, is_march ? 96 : 60);
        }
    Comparison const comparison =
        compare(results.file(), {.baseline = {}, .metrics = {"providers", "exits", "occupancy"}});
    StrategyComparison const& item = comparison.items[0];
    CHECK(metric_of(item, "providers").baseline == 11.0); // of year ends: 22
    CHECK(metric_of(item, "providers").over == WholeRun::months);
    CHECK(metric_of(item, "exits").baseline == 24.0);
    WholeRunValues const occupancy(results.file(), *results.file().catalogue().find("occupancy"), 0);
    std::vector<std::size_t> const first_run{0};
    CHECK(occupancy.difference(0, 0, 0, first_run).baseline == Approx(0.63)); // of year ends: 0.96
    CHECK_THAT(comparison_text(comparison), Contains("Stocks, average of months"));
    CHECK(comparison_json(comparison)["items"][0]["metrics"][0]["over"] == "average of months");
}

TEST_CASE("What a stock is averaged over follows the file")
{
    for (auto const& [period, words] : {std::pair(RecordPeriod::quarter, "Stocks, average of quarters"),
                                        std::pair(RecordPeriod::year, "Stocks, average of year ends")})
        CHECK_THAT(comparison_text(compare(Results({"a", "b"}, 2, {"central"}, period).file(), {})), Contains(words));
}
