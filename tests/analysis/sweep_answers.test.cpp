#include "analysis/sweep_answers.hpp"

#include "analysis/sweep_outcomes.hpp"
#include "sample_results.hpp"
#include "temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace caremarket;

namespace
{

/// Four samples of a list, with one future of two strategies each over two years. The strategy costs 100 pounds a year
/// more for every unit of the factor; the last sample's run under it failed.
struct SmallSweep
{
    TemporaryFolder folder;
    Plan plan;

    SmallSweep()
    {
        plan.axes = {.outlooks = {"central"},
                     .strategies = {"spot-heavy", "block-heavy"},
                     .replicates = 2,
                     .first_year = 2016,
                     .years = 2,
                     .locality_codes = {"E07000008"},
                     .locality_names = {"Cambridge"},
                     .period = RecordPeriod::year,
                     .space = RecordSpace::place};
        plan.axes.samples = {.design = "list",
                             .group = 1,
                             .factors = {"outlook.all.demand_growth"},
                             .values = {{"1"}, {"2"}, {"3"}, {"4"}},
                             .points = {},
                             .units = {"share/year"},
                             .meanings = {"Growth of need"}};
        plan.provenance.title = "Small";
        plan.provenance.baseline = "spot-heavy";
        for (std::size_t cell = 0; cell < 8; ++cell)
            plan.cell_hashes.push_back("cell" + std::to_string(cell));
        PartStore const store(folder.path());
        for (PlannedPart const& planned : planned_parts(plan))
            store.write(part(planned));
        assemble(plan, store, folder / "sweep.h5");
    }

    [[nodiscard]] Part part(PlannedPart const& planned) const
    {
        Part result{
            .key = planned.key, .version = "0", .shape = record_shape(plan.axes, RecordPeriod::year), .runs = {}};
        for (std::size_t replicate = 0; replicate < planned.key.count; ++replicate)
            result.runs.push_back(run(planned, replicate));
        return result;
    }

    [[nodiscard]] RunResult run(PlannedPart const& planned, std::size_t replicate) const
    {
        if (planned.sample == 3 && planned.strategy == 1)
            return {.record = {}, .failure = "the well ran dry"};
        RunResult result{.record = Record(record_shape(plan.axes, RecordPeriod::year)), .failure = {}};
        auto const more = static_cast<std::int64_t>(planned.strategy * 100 * (planned.sample + 1));
        for (std::size_t year = 0; year < 2; ++year)
            result.record.add_pence(Recorded::gross_spend, year, 0,
                                    100 * (1000 + more + 7 * static_cast<std::int64_t>(replicate)));
        // Nobody starts in the first year; three who waited six weeks together do in the second.
        result.record.set(Recorded::starts, 1, 0, 3.0);
        result.record.set(Recorded::start_waits, 1, 0, 6.0);
        return result;
    }

    [[nodiscard]] ResultsFile file() const { return ResultsFile(folder / "sweep.h5"); }
};

} // namespace

TEST_CASE("A sweep's answers are of the difference over the run, and leave out samples that failed")
{
    SmallSweep const sweep;
    auto const answers = sweep_answers(sweep.file(), {});
    REQUIRE(answers.size() == 1);
    Sensitivity const& answer = answers.front();
    CHECK(answer.setting.strategy == "block-heavy less spot-heavy");
    CHECK(answer.setting.factors.front().unit == "share/year");
    REQUIRE(answer.main_effects);
    CHECK(answer.main_effects->outcomes.known() == 3);
    CHECK(answer.main_effects->outcomes.mean == Approx(400.0)); // 200, 400 and 600 over two years
    REQUIRE(answer.ranking);
    CHECK(answer.ranking->outlooks.front().count.better.met == 0);
    CHECK(answer.ranking->outlooks.front().count.worse == 3);
    CHECK(answer.ranking->outlooks.front().count.left_out == 1);
    CHECK_FALSE(answer.indices);
    CHECK_THROWS_AS(sweep_answers(sweep.file(), {.outlooks = {"sunny"}}), std::invalid_argument);
}

TEST_CASE("What is asked for twice is answered once")
{
    SmallSweep const sweep;
    CHECK(sweep_answers(sweep.file(), {.strategies = {"block-heavy", "block-heavy"}}).size() == 1);
    CHECK(sweep_answers(sweep.file(), {.outlooks = {"central", "central"}}).size() == 1);
}

TEST_CASE("The strategies asked for may be the baseline alone, whose own outcome it is then")
{
    SmallSweep const sweep;
    auto const answers = sweep_answers(sweep.file(), {.strategies = {"spot-heavy"}});
    REQUIRE(answers.size() == 1);
    CHECK_FALSE(answers.front().ranking);
    CHECK(answers.front().main_effects->outcomes.mean == Approx(2007.0));
}

TEST_CASE("A ratio is formed of both parts over the run, so that a year with nothing to divide by costs no run")
{
    SmallSweep const sweep;
    SweepOutcomes const waits(sweep.file(), "weeks_waited");
    CHECK(waits.of(0, 0, 0) == std::vector<double>{2.0, 2.0});
    CHECK(std::isnan(waits.of(3, 0, 1).front())); // failed
    SweepOutcomes const starts(sweep.file(), "starts");
    CHECK(starts.of(0, 0, 0).front() == 1.5); // a year
}
