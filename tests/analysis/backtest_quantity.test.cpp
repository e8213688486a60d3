#include "backtest_sample.hpp"

#include "analysis/results_file_writer.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <span>
#include <sstream>

using namespace caremarket;
using Catch::Matchers::Contains;

namespace
{

/// What one replicate says of a figure in 2018-19, the last year.
double measured(ResultsFile const& file, std::string const& quantity, std::string const& service,
                std::string const& unit)
{
    Backtest const found = backtest_of(file, {quantity + "," + service + ",2018-19,0.5," + unit + ",result"});
    REQUIRE(found.results.size() == 1);
    return found.results[0].model->mean;
}

void add_care(Results& results, At const& at, double pounds, double units)
{
    add(results, Recorded::gross_spend, at, pounds);
    add(results, Recorded::council_units_used, at, units);
}

/// The only run of these results, in a file whose axes have names that this version does not know.
ResultsFile with_axes(TemporaryFolder const& folder, Results& results, ResultsAxes axes)
{
    axes.outlooks.resize(1);
    axes.strategies.resize(1);
    std::filesystem::path const path = folder / "renamed.h5";
    std::ofstream{path};
    Provenance provenance;
    provenance.baseline = axes.strategies.front();
    ResultsWriter writer(path, axes, provenance, {}, 1);
    writer.write({}, std::span(&results.run(0, 0), 1));
    writer.finish();
    return ResultsFile(path);
}

} // namespace

TEST_CASE("Spend, weeks and their price are added over localities and channels, of the service and year told")
{
    Results results = three_years(1);
    add_care(results, {.period = 2, .channel = Channel::block, .locality = 0}, 700, 1);
    add_care(results, {.period = 2, .channel = Channel::spot, .locality = 1}, 1000, 3);
    add_care(results, {.period = 2, .service = Service::homecare}, 150, 10);
    add_care(results, {.period = 1}, 9999, 99);
    ResultsFile const file = results.file();
    CHECK(measured(file, "gross_spend", "residential", "GBP") == 1700);
    CHECK(measured(file, "gross_spend", "care-homes", "GBP") == 1700);
    CHECK(measured(file, "gross_spend", "all", "GBP") == 1850);
    CHECK(measured(file, "weeks", "residential", "bed-week") == 4);
    CHECK(measured(file, "average_price", "residential", "GBP/bed-week") == 425);
    CHECK(measured(file, "average_price", "homecare", "GBP/h") == 15);
    CHECK(measured(file, "block_share_of_care_home_spend", "care-homes", "share") == Approx(700.0 / 1700));
}

TEST_CASE("The premium of self-funders is on what the council pays for, voids included")
{
    Results results = three_years(1);
    At const at{.period = 2};
    add(results, Recorded::self_funder_spend, at, 1400);
    add(results, Recorded::self_funder_units, at, 2);
    add(results, Recorded::gross_spend, at, 2500);
    add(results, Recorded::council_units, at, 5);
    add(results, Recorded::council_units_used, at, 4);
    ResultsFile const file = results.file();
    CHECK(measured(file, "self_funder_premium", "residential", "share") == Approx(0.4));
}

TEST_CASE("Occupancy and turnover divide by the average of the year, not by its end")
{
    Results results = three_years(1, RecordPeriod::quarter);
    for (std::size_t quarter = 8; quarter < 12; ++quarter)
    {
        add(results, Recorded::capacity, {.period = quarter}, 100);
        add(results, Recorded::occupied_capacity, {.period = quarter}, 80 + 4 * static_cast<double>(quarter - 8));
        add(results, Recorded::staff_hours, {.period = quarter}, quarter == 11 ? 200 : 100);
        add(results, Recorded::staff_hours, {.period = quarter, .service = Service::homecare}, 75);
        add(results, Recorded::leavers_hours, {.period = quarter}, 10);
    }
    ResultsFile const file = results.file();
    CHECK(measured(file, "occupancy", "care-homes", "share") == Approx(0.86));
    CHECK(measured(file, "turnover", "residential", "share") == Approx(40.0 / 125));
    CHECK(measured(file, "turnover", "all", "share") == Approx(40.0 / 200));
}

TEST_CASE("Growth of spot prices is that of new placements on the channel spot over two years")
{
    Results results = three_years(1);
    for (std::size_t const year : {0U, 1U, 2U})
    {
        double const price = year == 0 ? 500 : year == 1 ? 1 : 560;
        add(results, Recorded::starts_at_price, {.period = year}, price * 3);
        add(results, Recorded::started_units, {.period = year}, 3);
        add(results, Recorded::starts_at_price, {.period = year, .channel = Channel::block}, 99);
        add(results, Recorded::started_units, {.period = year, .channel = Channel::block}, 9);
    }
    ResultsFile const file = results.file();
    CHECK(measured(file, "spot_price_growth", "residential", "share") == Approx(0.12));
}

TEST_CASE("Care homes are the services of the file that are told in beds, whatever they are called")
{
    Results results = three_years(1);
    add_care(results, {.period = 2}, 800, 1);
    add_care(results, {.period = 2, .service = Service::homecare}, 150, 10);
    ResultsAxes axes = results.axes();
    axes.services = {"visits", "almshouses", "clinics"};
    TemporaryFolder const folder;
    ResultsFile const file = with_axes(folder, results, axes);
    CHECK(measured(file, "gross_spend", "almshouses", "GBP") == 800);
    CHECK(measured(file, "gross_spend", "care-homes", "GBP") == 800);
    Backtest const found = backtest_of(file, {"gross_spend,residential,2018-19,1,GBP,result"});
    CHECK(found.care_homes == std::vector<std::string>{"almshouses", "clinics"});
    REQUIRE(found.unmeasured.size() == 1); // this version knows the service, the file has it not
    CHECK(found.unmeasured[0].why_not == "the file has no service residential");
}

TEST_CASE("What the file does not hold is left unmeasured with the reason, and is no error")
{
    Results results = three_years(1);
    ResultsAxes axes = results.axes();
    axes.channels[0] = "lump"; // the block channel has another name
    TemporaryFolder const folder;
    std::vector<BacktestRow> const rows =
        backtest_of(with_axes(folder, results, axes),
                    {"block_share_of_care_home_spend,care-homes,2016-17,0.2,share,result",
                     "occupancy,homecare,2016-17,0.9,share,input"})
            .unmeasured;
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].why_not == "the file has no channel block");
    CHECK(rows[1].why_not == "there was nothing to divide by in any replicate");

    ResultsFile const old(std::string(CAREMARKET_SOURCE_DIR) + "/tests/analysis/data/results-1.h5");
    Backtest const of_old = backtest_of(old, {"packages_handed_back,all,2016-17,12,packages,result"});
    REQUIRE(of_old.unmeasured.size() == 1);
    CHECK(of_old.unmeasured[0].why_not == "the file holds no metric packages_handed_back");
    CHECK_THAT(flat(backtest_text(of_old)), Contains("UNMEASURED packages_handed_back all 2016/17: the file holds no"));
    CHECK(backtest_json(of_old)["unmeasured"][0]["reason"] == "the file holds no metric packages_handed_back");
}

TEST_CASE("The guide to the analysis names every quantity that may be published")
{
    std::ostringstream guide;
    guide << std::ifstream(std::string(CAREMARKET_SOURCE_DIR) + "/analysis/README.md").rdbuf();
    for (Quantity const& quantity : quantities())
        CHECK_THAT(guide.str(), Contains("`" + std::string(quantity.name) + "`"));
}
