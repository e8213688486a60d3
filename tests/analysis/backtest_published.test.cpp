#include "backtest_sample.hpp"

#include "tests/scenarios/a_library.hpp"

using namespace caremarket;

namespace
{

std::string problems_in(std::string const& rows)
{
    ResultsFile const file = three_years(1).file();
    auto const read = published_figures(rows, "f.csv", BacktestServices(file), file.axes());
    CHECK_FALSE(read.has_value());
    return lines_of(read.problems);
}

std::string problems_in_row(std::string const& row)
{
    return problems_in(std::string(published_header) + row + "\n");
}

} // namespace

TEST_CASE("A published figure arrives with all it says, in the quantity's own unit")
{
    ResultsFile const file = three_years(1).file();
    auto const read = published_figures(std::string(published_header) +
                                            "gross_spend,all,2017-18,26.5,GBP million,input,a return,derived,\"a, b\"\n"
                                            "occupancy,homecare,2012-13,89,%,base,a survey,secondary,\n",
                                        "f.csv", BacktestServices(file), file.axes());
    REQUIRE(read.has_value());
    REQUIRE(read.value->size() == 2);
    PublishedFigure const& spend = read.value->at(0);
    CHECK(spend.quantity->name == "gross_spend");
    CHECK(spend.service == "all");
    CHECK(spend.financial_year == 2017);
    CHECK(spend.value == 26.5e6);
    CHECK(spend.unit == "GBP");
    CHECK(spend.role == PublishedRole::input);
    CHECK(spend.source == "a return");
    CHECK(spend.certainty == "derived");
    CHECK(spend.note == "a, b");
    CHECK(spend.line == 2);
    CHECK(read.value->at(1).value == Approx(0.89));
    CHECK(read.value->at(1).unit == "share");
    CHECK(read.value->at(1).financial_year == 2012); // a base may be older than the run
}

TEST_CASE("Problems of all rows of published figures come together, in their order")
{
    CHECK(problems_in(std::string(published_header) + "weks,residential,2016-17,5,bed-week,result,x,read,\n"
                                                      "weeks,residental,2016-17,5,bed-week,reslt,,red,\n") ==
          "f.csv:2:1: quantity: \"weks\" is not one of weeks, average_price, gross_spend, direct_payment_spend, "
          "client_contribution, block_share_of_care_home_spend, packages_handed_back, hours_handed_back, occupancy, "
          "self_funder_premium, self_funder_share, vacancy_rate, turnover, spot_price_growth (did you mean weeks?)\n"
          "f.csv:3:7: service: \"residental\" is not one of homecare, residential, nursing, care-homes, all (did you "
          "mean "
          "residential?)\n"
          "f.csv:3:37: role: \"reslt\" is not one of base, input, result (did you mean result?)\n"
          "f.csv:3:43: source: is missing: say where the figure is from\n"
          "f.csv:3:44: certainty: \"red\" is not one of read, secondary, derived, assumption, unverified (did you mean "
          "read?)\n");
}

TEST_CASE("A published figure must be a number that the quantity can be")
{
    CHECK(problems_in_row("gross_spend,all,2016-17,\"1,500\",GBP,result,x,read,") ==
          "f.csv:2:25: value: \"1,500\" is no number; write it like 1234.5, without separators\n");
    CHECK(problems_in_row("gross_spend,all,2016-17,nan,GBP,result,x,read,") ==
          "f.csv:2:25: value: \"nan\" is no number; write it like 1234.5, without separators\n");
    CHECK(problems_in_row("gross_spend,all,2016-17,,GBP,result,x,read,") == "f.csv:2:25: value: is missing\n");
    CHECK(problems_in_row("gross_spend,all,2016-17,0,GBP,result,x,read,") ==
          "f.csv:2:25: value: 0 GBP cannot be: gross_spend is more than 0\n");
    CHECK(problems_in_row("occupancy,care-homes,2016-17,89,share,result,x,read,") ==
          "f.csv:2:30: value: 89 share cannot be: occupancy is 0 to 1 share\n");
}

TEST_CASE("Units and services that do not fit a quantity are told, with those that do")
{
    CHECK(problems_in_row("average_price,homecare,2016-17,15,GBP/bed-week,result,x,read,") ==
          "f.csv:2:35: unit: \"GBP/bed-week\" is not one of GBP/h\n");
    CHECK(problems_in_row("gross_spend,all,2016-17,15,GBP m,result,x,read,") ==
          "f.csv:2:28: unit: \"GBP m\" is not one of GBP, GBP thousand, GBP million\n");
    CHECK(problems_in_row("weeks,homecare,2016-17,15,h,result,x,read,") ==
          "f.csv:2:7: service: weeks is told of services in beds, one alone or care-homes, not of homecare\n");
    CHECK(problems_in_row("average_price,all,2016-17,15,GBP,result,x,read,") ==
          "f.csv:2:15: service: average_price is told of one service, or care-homes, not of all\n");
    CHECK(problems_in_row("block_share_of_care_home_spend,residential,2016-17,0.1,share,result,x,read,") ==
          "f.csv:2:32: service: block_share_of_care_home_spend is told of care-homes, not of residential\n");
}

TEST_CASE("Years of published figures must be years of the run")
{
    CHECK(problems_in_row("gross_spend,all,2016/17,15,GBP,result,x,read,") ==
          "f.csv:2:17: financial_year: \"2016/17\" is no financial year; write it like 2016-17\n");
    CHECK(problems_in_row("gross_spend,all,2016-18,15,GBP,result,x,read,") ==
          "f.csv:2:17: financial_year: \"2016-18\" is no financial year; write it like 2016-17\n");
    CHECK(problems_in_row("gross_spend,all,2015-16,15,GBP,input,x,read,") ==
          "f.csv:2:17: financial_year: 2015-16 lies outside the run, 2016-17 to 2018-19: leave the row out, or make it "
          "a base\n");
    CHECK(problems_in_row("gross_spend,all,2019-20,15,GBP,base,x,read,") ==
          "f.csv:2:17: financial_year: 2019-20 lies outside the run, 2016-17 to 2018-19: leave the row out, or run "
          "longer\n");
    CHECK(problems_in_row("spot_price_growth,residential,2017-18,0.1,share,result,x,read,") ==
          "f.csv:2:31: financial_year: 2017-18, with the 2 years before it, lies outside the run, 2016-17 to 2018-19: "
          "leave the row out, or make it a base\n");
}

TEST_CASE("Two published figures for the same are a problem, whatever their roles")
{
    CHECK(problems_in(std::string(published_header) + "gross_spend,all,2016-17,15,GBP,base,x,read,\n"
                                                      "gross_spend,homecare,2016-17,15,GBP,result,x,read,\n"
                                                      "gross_spend,all,2016-17,16,GBP,result,x,read,\n") ==
          "f.csv:4:1: quantity: a second figure for gross_spend, all, 2016-17; the first is in line 2\n");
}

TEST_CASE("A table of published figures must have its columns, and rows")
{
    CHECK(problems_in("quantity,servise,financial_year,value,unit,role,source,certainty,note\n") ==
          "f.csv:1:10: servise: unknown column; known are quantity, service, financial_year, value, unit, role, "
          "source, certainty, note (did you mean service?)\n"
          "f.csv:1:1: service: the column is missing\n");
    CHECK(problems_in(std::string(published_header)) == "f.csv: has no rows: a row tells one published figure\n");
    CHECK(problems_in("") == "f.csv: is empty: a table begins with a header\n");
    CHECK(problems_in_row("weeks,residential") == "f.csv:2:1: the row has 2 cells, the header 9\n");
}
