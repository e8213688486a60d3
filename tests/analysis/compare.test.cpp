#include "compare_sample.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

using namespace caremarket;
using Catch::Contains;

namespace
{

/// Futures whose cost differs widely; block-heavy saves 1, 2, 3 … million of it in each year.
Results saving_results(std::size_t replicates)
{
    Results results({"spot-heavy", "block-heavy"}, replicates);
    for (std::size_t r = 0; r < replicates; ++r)
        for (std::size_t year = 0; year < 2; ++year)
        {
            auto const million = static_cast<std::int64_t>(r + 1) * 1'000'000;
            std::int64_t const common = static_cast<std::int64_t>(r % 3) * 70'000'000 + 100'000'000;
            results.pounds(Recorded::gross_spend, 0, r, year, common);
            results.pounds(Recorded::gross_spend, 1, r, year, common - million);
        }
    return results;
}

} // namespace

TEST_CASE("A saving is net of contributions and of what tenders cost, and paired with its own future")
{
    Results results = saving_results(5);
    for (std::size_t r = 0; r < 5; ++r)
    {
        results.pounds(Recorded::client_contributions, 1, r, 0, -250'000); // the council gets so much less from clients
        results.pounds(Recorded::procurement_spend, 1, r, 0, 750'000);
    }
    Comparison const comparison = compare(results.file(), {});
    REQUIRE(comparison.items.size() == 1);
    Savings const& savings = comparison.items[0].savings;
    CHECK(savings.years[0].in_year.mean == 2e6);
    CHECK(savings.run_rate().mean == 3e6);
    CHECK(savings.run_rate().lower == Approx(3e6 - 1.963243e6)); // textbook: 2.776445 * sqrt(2.5 / 5)
    CHECK(savings.over_the_run().mean == 5e6);

    std::string const text = flat(comparison_text(comparison));
    CHECK_THAT(text, Contains("block-heavy saves £5m ± £4m in cash over the 2 years to 2017/18, against the baseline "
                              "spot-heavy and after paying for tenders"));
    CHECK_THAT(text, Contains("In the last year, 2017/18, it saves £3m ± £2m: the recurrent run-rate"));
    CHECK_THAT(text, Contains("Over the run it saves in 5 of 5 simulated futures"));
    CHECK_THAT(text, Contains("No target is set."));
    CHECK_THAT(text, Contains("Only 5 replicates, too few to judge"));
}

TEST_CASE("Noise is called noise, with the replicates that would settle it")
{
    Results results({"spot-heavy", "block-heavy"}, 10);
    for (std::size_t r = 0; r < 10; ++r)
    {
        results.pounds(Recorded::gross_spend, 0, r, 0, 10'000'000);
        results.pounds(Recorded::gross_spend, 1, r, 0, r % 2 == 0 ? 8'500'000 : 11'000'000);
    }
    // Differences of +1.5 and -1 million: mean 0.25, standard deviation 1.3176; (1.96 + 0.84)^2 * 27.8 is 218.
    StrategyComparison const item = compare(results.file(), {}).items[0];
    CHECK(item.savings.over_the_run().is_noise());
    CHECK(item.savings.over_the_run().replicates_to_settle.value() == Approx(219).margin(2));
    std::string const text = flat(comparison_text(compare(results.file(), {})));
    CHECK_THAT(text, Contains("block-heavy makes no difference beyond noise at 10 replicates (£300,000 ± "
                              "£900,000 saved; about 220 replicates would settle it) in cash"));
    CHECK_THAT(text, Contains("block-heavy makes no difference beyond noise under the only outlook, central."));
}

TEST_CASE("A saving is never printed without the care that got worse beside it")
{
    Results results = saving_results(10);
    for (std::size_t r = 0; r < 10; ++r)
    {
        results.quantity(Recorded::delayed_days, 0, r, 0, 100);
        results.quantity(Recorded::delayed_days, 1, r, 0, 140 + static_cast<double>(r % 2));
        results.quantity(Recorded::person_weeks_waiting, 0, r, 1, 50);
        results.quantity(Recorded::person_weeks_waiting, 1, r, 1, 40);
    }
    Comparison const comparison = compare(results.file(), {.baseline = {}, .metrics = {"gross_spend"}});
    StrategyComparison const& item = comparison.items[0];
    REQUIRE(item.worse_care().size() == 1);
    CHECK(item.worse_care()[0]->name == "delayed_days");
    CHECK(item.worse_care()[0]->difference.mean == Approx(20.25)); // a year
    CHECK(item.metrics.size() == 1);

    std::string const text = flat(comparison_text(comparison));
    CHECK_THAT(text, Contains("simulated futures. Worse for people: delayed days. Target"));
    CHECK_THAT(text,
               Contains("Person weeks waiting: better (-5 person-weeks a year, -20 %); delayed days: worse (+20.25 ± "
                        "0.19 days a year, +41 %)"));
    CHECK_THAT(text, Contains("Care Worse: delayed days. Better: person weeks waiting."));
    CHECK_THAT(text, Contains("block-heavy saves money under the only outlook, central. Worse for people under "
                              "central: delayed days."));
    nlohmann::json const worse = comparison_json(comparison)["items"][0]["saving"]["worse_care"];
    CHECK(worse == nlohmann::json::parse(R"([{"metric": "delayed_days", "service": null}])"));
}

TEST_CASE("The chance of the target is told with its basis, scope and share")
{
    Results results = saving_results(10); // by the end of the second year they save 2, 4 … 20 million
    results.target() = {.years = {{2016, 50.0}, {2017, 100.0}, {2018, 150.0}},
                        .basis = SavingsTarget::Basis::in_year,
                        .scope = "whole council",
                        .share = 0.08,
                        .source = "made up"};
    StrategyComparison const item = compare(results.file(), {}).items[0];
    CHECK(item.savings.years[0].target->met.met == 7); // 4 million or more of 1 … 10
    CHECK(item.savings.years[1].target->amount == 8e6);
    CHECK(item.savings.years[1].target->met.met == 7);
    CHECK(item.savings.years[1].target->expected_shortfall == Approx((6e6 + 4e6 + 2e6) / 10));
    std::string const text = flat(comparison_text(compare(results.file(), {})));
    CHECK_THAT(text,
               Contains("£8m by the end of 2017/18 (8 % of £100m, the share of the modelled services; scope: whole "
                        "council; basis: in-year, held against cash added up since the start) is met in 7 of 10 "
                        "simulated futures (a chance of 35 to 93 %); expected shortfall £1.2m ± £1.5m."));
    CHECK_THAT(text, Contains("Met year by year, of 10 futures: 2016/17 7, 2017/18 7."));
    CHECK_THAT(text, Contains("1 year of the target outside the run."));
}

TEST_CASE("One replicate has no intervals, and that is said plainly")
{
    Results results = saving_results(1);
    results.quantity(Recorded::displaced_people, 1, 0, 0, 4);
    Comparison const comparison = compare(results.file(), {});
    CHECK(metric_of(comparison.items[0], "gross_spend").verdict() == Verdict::unjudged);
    std::string const text = flat(comparison_text(comparison));
    CHECK_THAT(text, Contains("One replicate: there are no intervals"));
    CHECK_THAT(text, Contains("In the one simulated future block-heavy saves £2m in cash"));
    CHECK_THAT(text, Contains("Worse for people in it: displaced people."));
    CHECK_THAT(text, Contains("was cheaper in the one future under the only outlook, central."));
    CHECK_THAT(text, !Contains(" nan"));
}

TEST_CASE("Replicates that failed or never ran under either strategy are left out of the pair, and counted")
{
    Results results = saving_results(5);
    results.run(0, 0) = {.record = {}, .failure = "ran out of providers"};
    results.never_run(1, 4);
    Comparison const comparison = compare(results.file(), {});
    StrategyComparison const& item = comparison.items[0];
    CHECK(item.pairs.used == 3);
    CHECK(item.pairs.failed == 1);
    CHECK(item.pairs.missing == 1);
    CHECK(item.savings.run_rate().mean == 3e6); // of 2, 3 and 4
    CHECK(metric_of(item, "net_spend").difference.n == 3);
    CHECK_THAT(flat(comparison_text(comparison)),
               Contains("Left out: 2 of 5 replicates, which failed (1) or never ran (1)"));
}

TEST_CASE("When no replicate ran under both strategies there is nothing to compare")
{
    Results results = saving_results(1);
    results.never_run(1, 0);
    Comparison const comparison = compare(results.file(), {});
    CHECK_THAT(comparison_text(comparison), Contains("Nothing to compare: no replicate ran to its end"));
    CHECK_THAT(comparison_text(comparison), !Contains(" nan"));
    CHECK(comparison_json(comparison)["items"][0]["saving"]["run_rate"]["mean"].is_null());
}

TEST_CASE("Strategies keep the file's order, and any of them can be the baseline")
{
    Results const results({"c", "a", "b"}, 2, {"low", "high"});
    Comparison const comparison = compare(results.file(), {.baseline = "a", .metrics = {}});
    std::vector<std::string> order;
    for (StrategyComparison const& item : comparison.items)
        order.push_back(item.outlook + "/" + item.strategy);
    CHECK(order == std::vector<std::string>{"low/c", "low/b", "high/c", "high/b"});
    CHECK_THAT(comparison_text(comparison),
               Contains("c makes no difference to the money under both outlooks, low and high."));
    CHECK_THAT(comparison_text(compare(Results({"only"}, 2).file(), {})), Contains("only one strategy"));
}

TEST_CASE("Only the outlooks and strategies asked for are compared, in the file's order, and in JSON too")
{
    Results const results({"c", "a", "b"}, 2, {"low", "mid", "high"});
    ResultsFile const file = results.file();
    Comparison const comparison = compare(file, {.outlooks = {"high", "low"}, .strategies = {"b", "c"}});
    CHECK(comparison.outlooks == std::vector<std::string>{"low", "high"});
    REQUIRE(comparison.items.size() == 2); // c is the baseline
    CHECK(comparison.items[0].outlook + "/" + comparison.items[0].strategy == "low/b");
    CHECK(comparison.items[1].outlook + "/" + comparison.items[1].strategy == "high/b");
    auto const json = comparison_json(comparison);
    CHECK(json["outlooks"] == nlohmann::json::array({"low", "high"}));
    CHECK(json["items"].size() == 2);
    CHECK_THAT(comparison_text(comparison), Contains("under both outlooks, low and high.") && !Contains("mid"));

    CHECK_THROWS_WITH(compare(file, {.outlooks = {"hihg"}}), Contains("no outlook called hihg; did you mean high?"));
    CHECK_THROWS_WITH(compare(file, {.strategies = {"d"}}), Contains("no strategy called d"));
    CHECK_THROWS_WITH(compare(file, {.strategies = {"c"}}), Contains("c is the baseline"));
}

TEST_CASE("A mean of which its noise leaves no digit is no saving")
{
    Results results({"spot-heavy", "block-heavy"}, 10);
    for (std::size_t r = 0; r < 10; ++r)
    {
        results.pounds(Recorded::gross_spend, 0, r, 0, 10'000'000);
        results.pounds(Recorded::gross_spend, 1, r, 0, r % 2 == 0 ? 8'999'000 : 11'000'000);
    }
    std::string const text = flat(comparison_text(compare(results.file(), {})));
    CHECK_THAT(text,
               Contains("block-heavy makes no difference beyond noise at 10 replicates (at most £800,000 either way; "
                        "no number of replicates worth running would settle it) in cash"));
    CHECK_THAT(text, !Contains("£0 "));
}

TEST_CASE("A saving that turns with the outlook is not robust, and the first sentence says so")
{
    Results results({"spot-heavy", "block-heavy"}, 10, {"central", "high-wage"});
    for (std::size_t r = 0; r < 10; ++r)
    {
        results.pounds(Recorded::gross_spend, 0, r, 0, 5000 + static_cast<std::int64_t>(r), 0);
        results.pounds(Recorded::gross_spend, 1, r, 0, 5000 + static_cast<std::int64_t>(r), 1);
    }
    CHECK_THAT(
        flat(comparison_text(compare(results.file(), {}))),
        Contains("10 replicates. block-heavy saves money under central; costs more under high-wage: the sign differs"));
}

TEST_CASE("Each kind of metric is taken over the whole run in its own way")
{
    Results results({"spot-heavy", "block-heavy"}, 2);
    for (std::size_t r = 0; r < 2; ++r)
    {
        results.quantity(Recorded::providers, 0, r, 0, 10); // a stock
        results.quantity(Recorded::providers, 0, r, 1, 20);
        results.quantity(Recorded::exits, 0, r, 0, 3); // a flow
        results.quantity(Recorded::exits, 0, r, 1, 4);
        results.pounds(Recorded::gross_spend, 0, r, 0, 100);
        results.pounds(Recorded::gross_spend, 0, r, 1, 800);
        results.quantity(Recorded::council_units, 0, r, 0, 10);
        results.quantity(Recorded::council_units, 0, r, 1, 20);
    }
    StrategyComparison const item =
        compare(results.file(), {.baseline = {}, .metrics = {"providers", "exits", "gross_spend", "average_price"}})
            .items[0];
    CHECK(metric_of(item, "providers").baseline == 15.0);
    CHECK(metric_of(item, "exits").baseline == 3.5);
    CHECK(metric_of(item, "exits").verdict() == Verdict::better);
    CHECK(metric_of(item, "exits").relative() == -1.0);
    CHECK(metric_of(item, "providers").verdict() == Verdict::lower);
    CHECK(metric_of(item, "gross_spend").baseline == 450.0);

    // Nothing was bought under block-heavy, so it has no price: such pairs are left out.
    MetricDifference const& price = metric_of(item, "average_price", "homecare");
    CHECK(price.over == WholeRun::ratio);
    CHECK(price.difference.left_out == 2);
    CHECK(std::isnan(price.baseline));
}

TEST_CASE("A ratio is formed of sums over the run, not of yearly ratios")
{
    Results results({"spot-heavy", "block-heavy"}, 2);
    for (std::size_t strategy = 0; strategy < 2; ++strategy)
        for (std::size_t r = 0; r < 2; ++r)
        {
            results.pounds(Recorded::gross_spend, strategy, r, 0, 100);
            results.pounds(Recorded::gross_spend, strategy, r, 1, 800);
            results.quantity(Recorded::council_units, strategy, r, 0, 10);
            results.quantity(Recorded::council_units, strategy, r, 1, 20);
        }
    StrategyComparison const item = compare(results.file(), {.baseline = {}, .metrics = {"average_price"}}).items[0];
    CHECK(metric_of(item, "average_price", "homecare").baseline == 30.0);
    CHECK(metric_of(item, "average_price", "homecare").verdict() == Verdict::same);
}

TEST_CASE("What the file does not hold is refused with the nearest name")
{
    Results const results({"spot-heavy", "block-heavy"}, 1);
    ResultsFile const file = results.file();
    CHECK_THROWS_WITH(compare(file, {.baseline = "spot-hevy", .metrics = {}}),
                      Contains("no strategy called spot-hevy; did you mean spot-heavy?"));
    CHECK_THROWS_WITH(compare(file, {.baseline = {}, .metrics = {"exit", "net_spent"}}),
                      Contains("no metric called exit; did you mean exits?") &&
                          Contains("no metric called net_spent; did you mean net_spend?"));
}

TEST_CASE("The text is at most 110 columns wide and has all usual metrics")
{
    Comparison const comparison = compare(saving_results(20).file(), {});
    CHECK(comparison.items[0].metrics.size() >= 35);
    std::istringstream lines(comparison_text(comparison));
    for (std::string line; std::getline(lines, line);)
    {
        auto const columns =
            std::ranges::count_if(line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
        CAPTURE(line);
        CHECK(columns <= 110);
    }
}

TEST_CASE("The JSON has its schema, and a shape that stays")
{
    Results results = saving_results(10);
    results.target() = {.years = {{2017, 1.0}}, .basis = {}, .scope = "all", .share = 1, .source = ""};
    nlohmann::ordered_json const json = comparison_json(compare(results.file(), {}));
    CHECK(json["schema"] == "caremarket.compare/1");
    auto const keys = [](nlohmann::ordered_json const& object)
    {
        std::string names;
        for (auto const& entry : object.items())
            names += entry.key() + " ";
        return names;
    };
    CHECK(keys(json) ==
          "schema title experiment baseline outlooks replicates cautions first_year years target overall items ");
    CHECK(keys(json["items"][0]) == "outlook strategy pairs cautions headlines saving waits stability care metrics ");
    CHECK(keys(json["items"][0]["saving"]) ==
          "cash_over_the_run by_service run_rate nine_in_ten_futures worse_care target_held_against years ");
    CHECK(keys(json["items"][0]["saving"]["run_rate"]) ==
          "n mean standard_error lower upper share_positive replicates_to_settle ");
    CHECK(keys(json["items"][0]["metrics"][0]) ==
          "metric service unit over is_care baseline strategy level_error difference relative verdict left_out ");
    CHECK(json["items"][0]["saving"]["run_rate"]["mean"] == 5.5e6);
    CHECK(json["target"]["basis"].is_null());
    CHECK(json["items"][0]["saving"]["years"][1]["target"]["met"] == 10);
    CHECK(json["items"][0]["headlines"].size() == 5);
}
