#include "analysis/parts_plan.hpp"
#include "analysis/results_file.hpp"
#include "sample_results.hpp"

#include <catch2/catch.hpp>

/// One small file of each kind and version is kept in data/, as the program of its day wrote it. Today's must read it,
/// or say why not. A file is never made again: a new version of a schema adds its own, by
///     tests_analysis "Write the files to be kept"
using namespace caremarket;

namespace
{

std::filesystem::path const data = std::filesystem::path(CAREMARKET_SOURCE_DIR) / "tests/analysis/data";

Plan small_plan()
{
    Plan plan = sample_plan();
    plan.axes.outlooks = {"central"};
    plan.axes.replicates = 2;
    plan.axes.years = 1;
    plan.axes.services = {"homecare", "residential"}; // of the day
    plan.axes.channels = {"block", "spot"};
    plan.cell_hashes = {"c0ffee00", "c0ffee01"};
    return plan;
}

} // namespace

TEST_CASE("Write the files to be kept", "[.]")
{
    Plan const plan = small_plan();
    PartStore const store(data / "part-1");
    std::filesystem::create_directories(store.folder());
    write_sample_parts(plan, store);
    write_plan(data / "plan-1.json", plan);
    assemble(plan, store, data / "results-1.h5");
    std::filesystem::remove(store.path_of(planned_parts(plan).back().key)); // one is enough
}

TEST_CASE("Results of schema 1 are read")
{
    ResultsFile const file(data / "results-1.h5");
    Plan const plan = small_plan();
    CHECK(file.axes() == plan.axes);
    CHECK(file.provenance() == plan.provenance);
    CHECK(file.inputs() == plan.inputs);
    CHECK(file.state(0, 1, 1) == CellState::done);
    CHECK(file.yearly_pence("gross_spend")(0, 1, 1, 0) == 88'712'002'636'984);
    CHECK(file.by_period("starts")(0, 1, 1, 5) == 1084.625);
    CHECK(file.yearly_pence("net_spend", {.service = Pick::one(1)})(0, 0, 1, 0) == -9'909'999'565'370);
    CHECK(file.catalogue().find("average_price")->b == "council_units");
}

TEST_CASE("A plan of schema 1 is read")
{
    CHECK(read_plan(data / "plan-1.json") == small_plan());
}

TEST_CASE("A part of schema 1 is read, unless the model records other metrics since: then it is a problem")
{
    Plan const plan = small_plan();
    PartKey const key = planned_parts(plan)[0].key;
    PartRead const read = PartStore(data / "part-1").read(key);
    INFO(read.problem);

    if (ResultsFile(data / "results-1.h5").catalogue().recorded != model_catalogue().recorded)
    {
        CHECK_FALSE(read.problem.empty());
        return;
    }
    REQUIRE(read.part);
    CHECK(read.part->key == key);
    CHECK(read.part->shape == monthly_shape(plan.axes));
    CHECK(read.part->runs[1].record.pence(Recorded::gross_spend)[40] == -8'999'979'063);
}
