#include "analysis/parts_plan.hpp"

#include "analysis/results_file_on_disk.hpp"
#include "sample_results.hpp"
#include "temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

TEST_CASE("A plan reads back as it was written")
{
    TemporaryFolder const folder;
    Plan plan = sample_plan();
    write_plan(plan_path(folder.path()), plan);
    CHECK(read_plan(plan_path(folder.path())) == plan);

    plan.provenance.savings_target = {};
    plan.axes.period = RecordPeriod::year;
    plan.axes.space = RecordSpace::place;
    write_plan(plan_path(folder.path()), plan);
    CHECK(read_plan(plan_path(folder.path())) == plan);
}

TEST_CASE("The parts of a plan cover every replicate of every combination once")
{
    Plan const plan = sample_plan();
    auto const parts = planned_parts(plan);
    REQUIRE(parts.size() == 8);
    CHECK(parts[3].outlook == 0);
    CHECK(parts[3].strategy == 1);
    CHECK(parts[3].key == PartKey{.cell_hash = "c0ffee01", .first_replicate = 2, .count = 1});
}

TEST_CASE("A plan that cannot be read is refused in a sentence with its path")
{
    TemporaryFolder const folder;
    auto const path = folder / "plan.json";
    CHECK_THROWS_WITH(read_plan(path), Catch::Contains(path.string()) && Catch::Contains("No such file"));
    write_whole_file(path, "{ not json");
    CHECK_THROWS_WITH(read_plan(path), Catch::Contains(path.string()) && Catch::Contains("not a plan"));
    write_whole_file(path, R"({"schema": "caremarket.plan/9"})");
    CHECK_THROWS_WITH(read_plan(path), Catch::Contains("caremarket.plan/9") && Catch::Contains("plan again"));
    write_whole_file(path, "[]");
    CHECK_THROWS_WITH(read_plan(path), Catch::Contains("its schema is none"));
    write_whole_file(path, R"({"schema": "caremarket.plan/1"})");
    CHECK_THROWS_WITH(read_plan(path), Catch::Contains("axes"));
}

TEST_CASE("A text that is not UTF-8 does not go into a plan")
{
    TemporaryFolder const folder;
    Plan plan = sample_plan();
    plan.inputs.files[0].text = "caf\xe9";
    CHECK_THROWS_AS(write_plan(folder / "plan.json", plan), ResultsFileError);
}
