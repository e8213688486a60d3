#include "analysis/results_file.hpp"

#include "analysis/results_file_on_disk.hpp"
#include "sample_results.hpp"
#include "temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <hdf5.h>

using namespace caremarket;

namespace
{

/// Sum over cells of a monthly record's metric in a year.
std::int64_t pence_of_year(Record const& record, Recorded id, std::size_t year)
{
    RecordShape const shape{.periods = record.shape().periods / 12, .localities = 1};
    Record const yearly = coarsened(record, shape);
    std::size_t const cells = shape.cells(metric(id).dimensions);
    std::int64_t sum = 0;
    for (std::size_t cell = 0; cell < cells; ++cell)
        sum += yearly.pence(id)[year * cells + cell];
    return sum;
}

void write_hdf5(std::filesystem::path const& path, char const* schema)
{
    hid_t const file = H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
    if (schema)
    {
        hid_t const type = H5Tcopy(H5T_C_S1), space = H5Screate(H5S_SCALAR);
        H5Tset_size(type, std::string_view(schema).size() + 1);
        hid_t const attribute = H5Acreate2(file, "caremarket_schema", type, space, H5P_DEFAULT, H5P_DEFAULT);
        H5Awrite(attribute, type, schema);
        H5Aclose(attribute);
        H5Sclose(space);
        H5Tclose(type);
    }
    H5Fclose(file);
}

} // namespace

TEST_CASE("By default everything is added up: one value for the place")
{
    SampleFile const sample;
    ResultsFile const file(sample.path);
    Record const record = sample_record(monthly_shape(sample.plan.axes), sample_run(sample.plan.axes, 1, 0, 2));
    PenceSeries const spend = file.yearly_pence("gross_spend");
    CHECK(spend.cells() == 1);
    CHECK(spend(1, 0, 2, 1) == pence_of_year(record, Recorded::gross_spend, 1));
    CHECK(file.yearly("gross_spend")(1, 0, 2, 1) == static_cast<double>(spend(1, 0, 2, 1)) / 100.0);
}

TEST_CASE("Axes can be kept, picked from or added up, each on its own")
{
    SampleFile const sample;
    ResultsFile const file(sample.path);
    PenceSeries const all = file.by_period_pence(
        "gross_spend", {.service = Pick::each(), .channel = Pick::each(), .locality = Pick::each()});
    PenceSeries const one = file.by_period_pence(
        "gross_spend", {.service = Pick::one(1), .channel = Pick::each(), .locality = Pick::one(0)});
    CHECK(one.services == 1);
    CHECK(one.channels == 6);
    CHECK(one.localities == 1);
    PenceSeries const by_service = file.by_period_pence("gross_spend", {.service = Pick::each()});
    // Cells are [service][channel][locality], of lengths 3, 6 and 2.
    CHECK(one(0, 1, 2, 5, 1) == all(0, 1, 2, 5, 12 + 2 + 0));
    std::int64_t residential = 0;
    for (std::size_t cell = 12; cell < 24; ++cell)
        residential += all(0, 1, 2, 5, cell);
    CHECK(by_service(0, 1, 2, 5, 1) == residential);
}

TEST_CASE("Derived metrics are formed after their parts have been added up")
{
    SampleFile const sample;
    ResultsFile const file(sample.path);
    Series const spend = file.yearly("gross_spend"), units = file.yearly("council_units");
    CHECK(file.yearly("average_price")(0, 1, 0, 1) == spend(0, 1, 0, 1) / units(0, 1, 0, 1));

    PenceSeries const net = file.yearly_pence("net_spend"), gross = file.yearly_pence("gross_spend"),
                      paid_by_clients = file.yearly_pence("client_contributions");
    CHECK(net(1, 1, 1, 0) == gross(1, 1, 1, 0) - paid_by_clients(1, 1, 1, 0));
    CHECK(file.yearly("net_spend")(1, 1, 1, 0) == static_cast<double>(net(1, 1, 1, 0)) / 100.0);
}

TEST_CASE("What a metric does not have cannot be asked of it")
{
    SampleFile const sample;
    ResultsFile const file(sample.path);
    CHECK_THROWS_WITH(file.yearly("gros_spend"), Catch::Contains("no metric called gros_spend"));
    CHECK_THROWS_WITH(file.yearly("starts", {.locality = Pick::one(2)}), Catch::Contains("no locality number 2"));
    CHECK_THROWS_WITH(file.yearly("providers", {.channel = Pick::one(0)}), Catch::Contains("not recorded by channel"));
    CHECK_THROWS_WITH(file.yearly("net_spend", {.channel = Pick::each()}), Catch::Contains("only one of"));
    CHECK_THROWS_WITH(file.yearly_pence("starts"), Catch::Contains("not kept in pence"));
    CHECK(file.yearly("providers", {.channel = Pick::each()}).channels == 1);
}

TEST_CASE("A ratio without anything to divide by is missing")
{
    TemporaryFolder const folder;
    Plan const plan = sample_plan();
    PartStore const store(folder.path());
    for (PlannedPart const& planned : planned_parts(plan))
    {
        Part part = sample_part(plan, planned);
        for (RunResult& run : part.runs)
            run.record = Record(part.shape);
        store.write(part);
    }
    assemble(plan, store, folder / "r.h5");
    ResultsFile const file(folder / "r.h5");
    CHECK(std::isnan(file.yearly("average_price")(0, 0, 0, 0)));
    CHECK(file.yearly("gross_spend")(0, 0, 0, 0) == 0.0);
}

TEST_CASE("A file that is not one of results is refused in a sentence")
{
    TemporaryFolder const folder;
    CHECK_THROWS_WITH(ResultsFile(folder / "absent.h5"), Catch::Contains("there is no such file"));
    write_whole_file(folder / "text.h5", "hello");
    CHECK_THROWS_WITH(ResultsFile(folder / "text.h5"), Catch::Contains("not a results file"));
    write_hdf5(folder / "other.h5", nullptr);
    CHECK_THROWS_WITH(ResultsFile(folder / "other.h5"), Catch::Contains("not one of caremarket's results"));
}

TEST_CASE("A file of another schema is refused, and the reader is told what to do")
{
    TemporaryFolder const folder;
    write_hdf5(folder / "newer.h5", "caremarket.results/2");
    CHECK_THROWS_WITH(ResultsFile(folder / "newer.h5"), Catch::Contains("caremarket.results/2") &&
                                                            Catch::Contains("caremarket.results/1") &&
                                                            Catch::Contains("run the experiment again"));
}

TEST_CASE("A results file that was cut short is refused")
{
    SampleFile const sample;
    std::filesystem::resize_file(sample.path, std::filesystem::file_size(sample.path) / 2);
    CHECK_THROWS_AS(ResultsFile(sample.path), ResultsFileError);
}
