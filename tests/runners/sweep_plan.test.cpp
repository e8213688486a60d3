#include "runners/sweep_plan.hpp"

#include "runners/experiment_plan.hpp"
#include "runners/sweep_experiments.hpp"
#include "runners/sweep_pilot.hpp"
#include "runners/sweep_run.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <set>

using namespace caremarket;

namespace
{

Sweep packaged(std::string const& name)
{
    auto sweep = load_sweep({{std::string(CAREMARKET_SOURCE_DIR) + "/scenarios"}}, name);
    REQUIRE(sweep.has_value());
    return std::move(*sweep.value);
}

/// Numbers of runs by sample.
std::map<std::size_t, std::size_t> runs_by_sample(std::vector<PlannedPart> const& parts)
{
    std::map<std::size_t, std::size_t> runs;
    for (PlannedPart const& planned : parts)
        runs[planned.sample] += planned.key.count;
    return runs;
}

} // namespace

TEST_CASE("A sweep's plan names every cell of every sample by what decides it")
{
    Sweep const sweep = packaged("cambridgeshire-levers");
    Plan const plan = plan_of(sweep, "caremarket sweep plan");
    CHECK(plan.axes.run_count() == run_count(sweep));
    CHECK(plan.axes.samples.values == sweep.rows);
    REQUIRE(plan.axes.samples.units.size() == sweep.design.factors.size());
    CHECK(plan.axes.samples.units.front() == sweep.design.factors.front().what->unit);
    CHECK(plan.axes.samples.meanings.front() == sweep.design.factors.front().what->meaning);
    for (std::size_t const sample : {std::size_t{0}, sweep.rows.size() - 1})
    {
        auto const hashes = cell_hashes_of(loaded_sample(sweep, sample));
        CHECK(std::equal(hashes.begin(), hashes.end(),
                         plan.cell_hashes.begin() + static_cast<std::ptrdiff_t>(sample * hashes.size())));
    }
    CHECK(plan.cell_hashes.front() != plan.cell_hashes.back());
}

TEST_CASE("Samples are bound from the plan alone, and one that is not as planned is refused")
{
    Plan plan = plan_of(packaged("cambridgeshire-levers"), "caremarket sweep plan");
    SweepExperiments experiments(plan, 2);
    auto const first = experiments.of(0);
    CHECK(experiments.of(0) == first); // kept
    CHECK_NOTHROW(experiments.of(plan.axes.samples.count() - 1));
    std::swap(plan.axes.samples.values.front(), plan.axes.samples.values.back());
    SweepExperiments changed(plan, 2);
    CHECK_THROWS_WITH(changed.of(0), Catch::Contains("sample 0 is not what was planned"));
}

TEST_CASE("Shards have every sample once between them, and leave together what goes together")
{
    Plan const plan = plan_of(packaged("cambridgeshire-screening"), "caremarket sweep plan");
    REQUIRE(plan.axes.samples.group > 1);
    std::map<std::size_t, std::size_t> runs;
    for (std::size_t index = 0; index < 4; ++index)
    {
        auto const of_shard = runs_by_sample(parts_of_shard(plan, {.index = index, .count = 4}));
        for (auto const& [sample, count] : of_shard)
        {
            CHECK(of_shard.contains(sample / plan.axes.samples.group * plan.axes.samples.group));
            runs[sample] += count;
        }
    }
    CHECK(runs == runs_by_sample(planned_parts(plan)));
}

TEST_CASE("Rows of a grid run shuffled, so that a sweep that is stopped has looked everywhere")
{
    Plan plan = plan_of(packaged("cambridgeshire-levers"), "caremarket sweep plan");
    auto const as_laid = running_order(plan);
    CHECK(std::is_sorted(as_laid.begin(), as_laid.end()));
    plan.axes.samples.points.clear();
    auto const shuffled = running_order(plan);
    CHECK_FALSE(std::is_sorted(shuffled.begin(), shuffled.end()));
    CHECK(std::set<std::size_t>(shuffled.begin(), shuffled.end()).size() == as_laid.size());
    CHECK(running_order(plan) == shuffled);
}

TEST_CASE("Rows of a grid whose first cell no factor acts on run shuffled, too")
{
    Plan plan = plan_of(packaged("cambridgeshire-levers"), "caremarket sweep plan");
    plan.axes.samples.points.clear();
    std::size_t const cells = plan.cell_hashes.size() / plan.axes.samples.count();
    REQUIRE(cells > 1);
    for (std::size_t sample = 0; sample < plan.axes.samples.count(); ++sample)
        plan.cell_hashes[sample * cells] = plan.cell_hashes.front();
    auto const shuffled = running_order(plan);
    CHECK_FALSE(std::is_sorted(shuffled.begin(), shuffled.end()));
    CHECK(std::set<std::size_t>(shuffled.begin(), shuffled.end()).size() == plan.axes.samples.count());
}

TEST_CASE("A part holds what a thread makes in some seconds, one replicate at least and ten at most")
{
    Plan plan;
    plan.axes.outlooks = {"a", "b"};
    plan.axes.strategies = {"x", "y", "z"};
    plan.axes.replicates = 100;
    plan.cell_hashes = std::vector<std::string>(6, "hash");
    auto const with = [&](double seconds_a_run)
    { return replicates_worth_a_part(plan, {.seconds_a_run = seconds_a_run}); };
    CHECK(with(0.0) == 10);
    CHECK(with(1.0 / 6) == 10); // a second for a replicate of all six cells
    CHECK(with(1.5 / 6) == 5);
    CHECK(with(4.0 / 6) == 2);
    CHECK(with(6.0 / 6) == 1);
    CHECK(with(600.0) == 1);
    plan.cell_hashes.resize(600); // 60,000 parts of one replicate
    CHECK(with(600.0) == 1);
    plan.cell_hashes.resize(6000); // 600,000, or 300,000, or 120,000
    CHECK(with(600.0) == 10);
}
