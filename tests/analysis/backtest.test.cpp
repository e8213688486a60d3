#include "analysis/backtest.hpp"

#include "analysis/backtest_words.hpp"
#include "backtest_sample.hpp"

#include <nlohmann/json.hpp>

using namespace caremarket;
using Catch::Matchers::Contains;

namespace
{

/// Residential care at £500 to £520 a bed-week in 2018/19, one pound more in each of 21 replicates; homecare at £20 an
/// hour in all; 2016/17 at £490.
Results with_prices(std::size_t replicates = 21)
{
    Results results = three_years(replicates);
    results.inputs() = inputs_with_wages();
    for (std::size_t replicate = 0; replicate < replicates; ++replicate)
    {
        At const home{.replicate = replicate, .period = 2}, start{.replicate = replicate, .period = 0};
        add(results, Recorded::gross_spend, home, 10 * (500 + static_cast<double>(replicate)));
        add(results, Recorded::council_units_used, home, 10);
        add(results, Recorded::gross_spend, start, 490);
        add(results, Recorded::council_units_used, start, 1);
        At const visits{.replicate = replicate, .period = 2, .service = Service::homecare};
        add(results, Recorded::gross_spend, visits, 200);
        add(results, Recorded::council_units_used, visits, 10);
    }
    return results;
}

std::vector<std::string> const figures{"average_price,residential,2018-19,505,GBP/bed-week,result",
                                       "average_price,homecare,2018-19,16,GBP/h,result",
                                       "gross_spend,homecare,2018-19,190,GBP,result",
                                       "weeks,residential,2018-19,10,bed-week,result",
                                       "average_price,residential,2015-16,400,GBP/bed-week,base",
                                       "average_price,residential,2016-17,480,GBP/bed-week,base",
                                       "average_price,homecare,2015-16,15,GBP/h,base",
                                       "weeks,residential,2016-17,8,bed-week,base",
                                       "gross_spend,residential,2018-19,5200,GBP,input"};

BacktestRow const& row_of(std::vector<BacktestRow> const& rows, std::string_view quantity, std::string_view service)
{
    auto const found =
        std::ranges::find_if(rows, [=](BacktestRow const& row)
                             { return row.figure.quantity->name == quantity && row.figure.service == service; });
    REQUIRE(found != rows.end());
    return *found;
}

} // namespace

TEST_CASE("The model's answer is the mean of its replicates, with the range of nine in ten")
{
    BacktestRow const row = row_of(backtest_of(with_prices().file(), figures).results, "average_price", "residential");
    CHECK(row.model->mean == 510);
    CHECK(row.model->range->low == 501);
    CHECK(row.model->range->high == 519);
    CHECK(row.model->replicates == 21);
    CHECK(row.error(Forecaster::model) == 5);
    CHECK(*row.relative_error(Forecaster::model) == Approx(5.0 / 505));
    CHECK(row.is_inside() == true);
}

TEST_CASE("No change is the last base before the year, wages and prices raise it every April")
{
    std::vector<BacktestRow> const results = backtest_of(with_prices().file(), figures).results;
    BacktestRow const& homes = row_of(results, "average_price", "residential");
    CHECK(homes.naive.no_change == 480);                                 // of 2016/17, not of 2015/16
    CHECK(*homes.naive.wages_and_prices == Approx(480 * 1.085 * 1.03));  // 0.7 x 10 % + 0.3 x 5 %, then 0.3 x 10 %
    CHECK(*homes.error(Forecaster::wages_and_prices) == Approx(31.424)); // 536.424 for 505
    CHECK(homes.closest() == Forecaster::model);
    BacktestRow const& visits = row_of(results, "average_price", "homecare");
    CHECK(*visits.naive.wages_and_prices == Approx(15 * 1.006 * 1.085 * 1.03)); // prices rose before the path of wages
    CHECK(visits.closest() == Forecaster::wages_and_prices);
    BacktestRow const& weeks = row_of(results, "weeks", "residential");
    CHECK(weeks.naive.no_change == 8);
    CHECK_FALSE(weeks.naive.wages_and_prices); // no price
    BacktestRow const& spend = row_of(results, "gross_spend", "homecare");
    CHECK_FALSE(spend.naive.no_change);
    CHECK_FALSE(spend.closest()); // nobody to be closer than
}

TEST_CASE("Wages and prices are those of the outlook that is asked for")
{
    Backtest const central = backtest_of(with_prices().file(), figures);
    CHECK(central.outlook == "central");
    Results results = with_prices();
    for (std::size_t replicate = 0; replicate < 21; ++replicate)
        for (auto const id : {Recorded::gross_spend, Recorded::council_units_used})
            add(results, id, {.replicate = replicate, .period = 2, .outlook = 1}, 1);
    Backtest const high =
        backtest_of(results.file(), {figures[0], figures[5]}, {.strategy = {}, .outlook = "high-wage"});
    REQUIRE(high.results.size() == 1);
    CHECK(high.results[0].model->mean == 1);
    CHECK(*high.results[0].naive.wages_and_prices == Approx(480 * 1.7));
}

TEST_CASE("The growth of a price is foretold by that of wages and prices without any base")
{
    Results results = three_years(1);
    results.inputs() = inputs_with_wages();
    for (std::size_t const year : {0U, 2U})
        for (auto const id : {Recorded::starts_at_price, Recorded::started_units})
            add(results, id, {.period = year}, 1);
    BacktestRow const row =
        backtest_of(results.file(), {"spot_price_growth,residential,2018-19,0.1,share,result"}).results.at(0);
    CHECK(*row.naive.wages_and_prices == Approx(1.085 * 1.03 - 1));
    CHECK(*row.told_error(Forecaster::model) == Approx(-0.1)); // a share: in points, not in % of it
}

TEST_CASE("Misses come first: those outside the range, then the largest for what was published")
{
    Backtest const found = backtest_of(with_prices().file(), figures);
    std::vector<std::string> order;
    for (BacktestRow const& row : found.results)
        order.push_back(std::string(row.figure.quantity->name) + " " + row.figure.service);
    CHECK(order == std::vector<std::string>{"average_price homecare",    // 25 % off, and no replicate is
                                            "gross_spend homecare",      // 5 %
                                            "average_price residential", // 1 %, inside
                                            "weeks residential"});       // as published
    CHECK(found.results[0].is_inside() == false);
    CHECK(found.results[1].is_inside() == false);
    CHECK(found.results[3].is_inside() == true);
}

TEST_CASE("Inputs and bases are told apart and never counted")
{
    Backtest const found = backtest_of(with_prices().file(), figures);
    REQUIRE(found.told.size() == 3); // the bases of 2015/16 have nothing to be held against
    CHECK(row_of(found.told, "gross_spend", "residential").model->mean == 5100);
    CHECK(row_of(found.told, "average_price", "residential").model->mean == 490);
    std::size_t counted = 0;
    for (BacktestScore const& score : found.by_quantity)
        counted += score.results;
    CHECK(counted == 4);
}

TEST_CASE("Mean errors are over the results that both could foretell")
{
    Backtest const found = backtest_of(with_prices().file(), figures);
    REQUIRE(found.overall.size() == 1);
    BacktestScore const& levels = found.overall[0];
    CHECK(levels.results == 4);
    CHECK(levels.with_range == 4);
    CHECK(levels.inside == 2);
    CHECK(levels.no_change.results == 3);
    CHECK(levels.no_change.model == Approx((5.0 / 505 + 4.0 / 16 + 0) / 3));
    CHECK(levels.no_change.naive == Approx((25.0 / 505 + 1.0 / 16 + 2.0 / 10) / 3));
    CHECK(levels.no_change.model_closer == 2);
    CHECK(levels.wages_and_prices.results == 2);
    CHECK(levels.wages_and_prices.model == Approx((5.0 / 505 + 4.0 / 16) / 2));
    CHECK(levels.wages_and_prices.naive == Approx((31.424 / 505 + 0.8638295 / 16) / 2));
    BacktestScore const& prices = found.by_quantity.at(1);
    CHECK(prices.name == "average_price");
    CHECK(prices.no_change.results == 2);
    CHECK(found.by_quantity.at(2).no_change.results == 0); // spend has no base
}

TEST_CASE("A strategy or outlook by name, else the baseline and the first; others are told the nearest")
{
    Results results = with_prices();
    for (std::size_t replicate = 0; replicate < 21; ++replicate)
        add(results, Recorded::gross_spend, {.replicate = replicate, .period = 2, .strategy = 1}, 7);
    ResultsFile const file = results.file();
    std::vector<std::string> const spend{"gross_spend,residential,2018-19,5200,GBP,result"};
    CHECK(backtest_of(file, spend).results[0].model->mean == 5100);
    CHECK(backtest_of(file, spend, {.strategy = "block-heavy", .outlook = {}}).results[0].model->mean == 7);
    CHECK_THROWS_WITH(backtest_of(file, spend, {.strategy = "block-havy", .outlook = {}}),
                      "the results hold no strategy called block-havy; did you mean block-heavy?");
    CHECK_THROWS_WITH(backtest_of(file, spend, {.strategy = {}, .outlook = "centre"}),
                      Contains("the results hold no outlook called centre"));
}

TEST_CASE("Below twenty replicates there is no range, and replicates that failed are left out")
{
    Results results = with_prices(4);
    results.run(0, 3) = {.record = {}, .failure = "ran dry"};
    results.never_run(0, 2);
    Backtest const found = backtest_of(results.file(), figures);
    CHECK(found.replicates == 2);
    CHECK(found.failed == 1);
    CHECK(found.missing == 1);
    BacktestRow const& row = row_of(found.results, "average_price", "residential");
    CHECK(row.model->mean == 500.5);
    CHECK(row.model->left_out == 0);
    CHECK_FALSE(row.model->range);
    CHECK_FALSE(row.is_inside());
    std::string const text = flat(backtest_text(found));
    CHECK_THAT(text, Contains("Left out: 2 replicates, which failed (1) or never ran (1)."));
    CHECK_THAT(text, Contains("There is no range to judge them by: that takes 20 replicates."));
    CHECK_THAT(text, Contains("Without a range average_price homecare"));
}

TEST_CASE("A replicate with nothing to divide by is left out of the mean, and counted")
{
    Results results = three_years(2);
    add(results, Recorded::gross_spend, {.replicate = 0, .period = 0}, 500);
    add(results, Recorded::council_units_used, {.replicate = 0, .period = 0}, 1);
    Backtest const found = backtest_of(results.file(), {"average_price,residential,2016-17,400,GBP/bed-week,result"});
    CHECK(found.results[0].model->mean == 500);
    CHECK(found.results[0].model->replicates == 1);
    CHECK(found.results[0].model->left_out == 1);
}

TEST_CASE("A figure of 0 has an error but none in per cent, and is the first of its group when missed")
{
    Results results = three_years(1);
    add(results, Recorded::occupied_capacity, {.period = 0}, 5);
    add(results, Recorded::capacity, {.period = 0}, 10);
    Backtest const found = backtest_of(results.file(), {"occupancy,residential,2016-17,0,share,result"});
    CHECK(found.results[0].error(Forecaster::model) == 0.5);
    CHECK_FALSE(found.results[0].relative_error(Forecaster::model));
    CHECK(backtest_json(found)["results"][0]["model_error"]["relative_error"].is_null());
}

TEST_CASE("A backtest is told in words within 110 columns")
{
    std::string const text = backtest_text(backtest_of(with_prices().file(), figures));
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
    {
        auto const columns = std::ranges::count_if(line, [](char c) { return (c & 0xC0) != 0x80; });
        INFO(line);
        CHECK(columns <= 110);
    }
    std::string const words = flat(text);
    CHECK_THAT(words, Contains("spot-heavy under central, 2016/17 to 2018/19, 21 replicates, against figures.csv."));
    CHECK_THAT(words, Contains("Outside the range average_price homecare 2018/19 £16 £20 £20 to £20 +25.0 % -6.2 % "
                               "+5.4 %* gross_spend homecare 2018/19 £190 £200 £200 to £200 +5.3 % - - Inside"));
    CHECK_THAT(words, Contains("average_price residential 2018/19 £505 £510 £501 to £519 +1.0 %* -5.0 % +6.2 %"));
    CHECK_THAT(words, Contains("gross_spend residential 2018/19 £5,200 £5,100 £5,010 to £5,190 -1.9 % input"));
    CHECK_THAT(words, Contains("all levels 4 2 of 4 3 8.7 % 10.4 % 2 13.0 % 5.8 %"));
    CHECK_THAT(words, Contains("2 of 4 published figures lie in the range of nine in ten simulated futures"));
    CHECK_THAT(words, Contains("Levels: the model does better than no change, off by 8.7 % on average against 10.4 % "
                               "over 3 results; closer in 2."));
    CHECK_THAT(words, Contains("Levels: the model does worse than wages and prices"));
    CHECK_THAT(words, Contains("1 result without a base row from before"));
    CHECK_THAT(words, Contains("care-homes: residential and nursing."));
    CHECK_THAT(words, !Contains("UNMEASURED"));
    CHECK(text.find("RESULTS") < text.find("TOLD"));
    CHECK(text.find("TOLD") < text.find("SUMMARY"));
}

TEST_CASE("Errors that look alike are told with the digits that tell them apart, or are no different")
{
    auto const contest_of = [](double model, double naive)
    {
        Backtest found;
        found.results.resize(1);
        found.knows_wages_and_prices = true;
        BacktestScore& score = found.overall.emplace_back();
        score.name = "levels";
        score.no_change = {.results = 3, .model = model, .naive = naive};
        return backtest_summary(found).at(1);
    };
    CHECK_THAT(contest_of(0.0783, 0.0778),
               Contains("does worse than no change, off by 7.83 % on average against 7.78 % over"));
    CHECK_THAT(contest_of(0.0801, 0.0778),
               Contains("worse than no change, off by 8.0 % on average against 7.8 % over"));
    CHECK_THAT(contest_of(0.07781, 0.07780), Contains("does no better than no change"));
}

TEST_CASE("Without stored wages and prices that is said, and nothing is forecast by them")
{
    Results results = with_prices();
    results.inputs() = {};
    Backtest const found = backtest_of(results.file(), figures);
    CHECK_FALSE(row_of(found.results, "average_price", "residential").naive.wages_and_prices);
    CHECK_THAT(flat(backtest_text(found)), Contains("does not keep the outlook's wages and prices"));
}

TEST_CASE("A backtest as JSON has all that the text has")
{
    nlohmann::json const json = backtest_json(backtest_of(with_prices().file(), figures));
    CHECK(json["schema"] == "caremarket.backtest/1");
    CHECK(json["strategy"] == "spot-heavy");
    CHECK(json["replicates"]["used"] == 21);
    nlohmann::json const& row = json["results"][2];
    CHECK(row["quantity"] == "average_price");
    CHECK(row["service"] == "residential");
    CHECK(row["financial_year"] == "2018/19");
    CHECK(row["published"] == 505.0);
    CHECK(row["model"]["low"] == 501.0);
    CHECK(row["inside"] == true);
    CHECK(row["no_change"]["forecast"] == 480.0);
    CHECK(row["closest"] == "model");
    CHECK(row["source"] == "a return");
    CHECK(json["results"][1]["no_change"].is_null());
    CHECK(json["told"].size() == 3);
    CHECK_FALSE(json["told"][0].contains("closest"));
    CHECK(json["overall"][0]["over"] == "levels");
    CHECK(json["overall"][0]["no_change"]["model_closer"] == 2);
    CHECK(json["by_quantity"][2]["no_change"]["model_mean_absolute_error"].is_null());
}
