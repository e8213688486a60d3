#include "analysis/objective.hpp"

#include "cheapest_sample.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace caremarket;
using Catch::Contains;

namespace
{

/// Sample s, replicate r: 1000 s + r pounds and s bed-weeks waited for; the last sample's second run failed.
MadeSweep counted_sweep()
{
    return {five_draws(), 2,
            [](std::size_t sample, std::size_t replicate)
            {
                return MadeRun{.pounds = 1000.0 * static_cast<double>(sample) + static_cast<double>(replicate),
                               .bed_weeks = static_cast<double>(sample),
                               .fails = sample == 14 && replicate == 1};
            }};
}

} // namespace

TEST_CASE("The objective is spend over the run and each amount at its worth, time by time")
{
    auto const sweep = counted_sweep();
    auto const file = sweep.file();
    Objective const objective(
        file,
        {.spend = "gross_spend", .worths = {{"residential.waiting_units", {0, 10}}, {"nursing.waiting_units", {500}}}});
    CHECK(objective.times() == 2);
    CHECK(objective.of(0, 3, 0, 1) == std::vector<double>{3000, 3001});
    CHECK(objective.of(1, 3, 0, 1) == std::vector<double>{3030, 3031});
    CHECK(objective.of(1, 3, 0, 0) == std::vector<double>{0, 0}); // the other strategy
    CHECK(objective.of(1, 14, 0, 1).front() == 14140);
    CHECK(std::isnan(objective.of(1, 14, 0, 1).back())); // failed
    auto const worths = objective.worths(1);
    REQUIRE(worths.size() == 2);
    CHECK(worths[0].pounds == 10);
    CHECK(worths[0].unit == "bed-week");
    CHECK(worths[1].pounds == 500); // one worth holds throughout
}

TEST_CASE("Without a metric of spend it is what care costs the council")
{
    auto const sweep = counted_sweep();
    auto const file = sweep.file();
    Objective const objective(file, {});
    CHECK(objective.times() == 1);
    CHECK(objective.spend() == "cost to the council");
    CHECK(objective.of(0, 2, 0, 1) == std::vector<double>{2000, 2001});
}

TEST_CASE("What cannot be added up over a run, or over services, is refused with what to say instead")
{
    auto const sweep = counted_sweep();
    auto const file = sweep.file();
    auto const with = [&file](Worth const& worth) { return Objective(file, {.worths = {worth}}); };
    CHECK_THROWS_WITH(with({"waiting_units", {1}}),
                      Contains("not added over services") && Contains("homecare.waiting_units"));
    CHECK_THROWS_WITH(with({"weeks_waited", {1}}), Contains("is an average") && Contains("start_waits"));
    CHECK_THROWS_WITH(with({"waiting_people", {1}}), Contains("is a stock"));
    CHECK_THROWS_WITH(with({"waiting_unit", {1}}), Contains("did you mean waiting_units?"));
    CHECK_THROWS_WITH(with({"residental.waiting_units", {1}}), Contains("did you mean residential?"));
    CHECK_THROWS_WITH(with({"homecare.officer_spend", {1}}), Contains("officer_spend is not kept by service"));
    CHECK_NOTHROW(with({"person_weeks_waiting", {1}}));
    CHECK_THROWS_WITH(Objective(file, {.spend = "starts"}), Contains("starts is counted in people, not in GBP"));
    CHECK_THROWS_WITH(Objective(file, {.worths = {{"delayed_days", {1, 2}}, {"person_weeks_waiting", {1, 2, 3}}}}),
                      Contains("delayed_days has 2 worths where another amount has 3"));
}
