#include "analysis/parts.hpp"

#include "analysis/hdf5_handles.hpp"
#include "analysis/parts_checksum.hpp"
#include "analysis/results_file_attributes.hpp"
#include "analysis/results_file_datasets.hpp"
#include "analysis/results_file_on_disk.hpp"

#include <algorithm>
#include <exception>

namespace caremarket
{

using namespace hdf5;

namespace
{

void write_head(hid_t file, Part const& part)
{
    put_attribute(file, "schema", part_schema);
    put_attribute(file, "version", part.version);
    put_attribute(file, "cell_hash", part.key.cell_hash);
    put_attribute(file, "first_replicate", static_cast<std::int64_t>(part.key.first_replicate));
    put_attribute(file, "count", static_cast<std::int64_t>(part.key.count));
    put_attribute(file, "periods", static_cast<std::int64_t>(part.shape.periods));
    put_attribute(file, "localities", static_cast<std::int64_t>(part.shape.localities));
}

std::size_t size_attribute(hid_t file, char const* name)
{
    return static_cast<std::size_t>(std::max<std::int64_t>(integer_attribute(file, name), 0));
}

/// Head of a part, without its runs.
Part read_head(hid_t file)
{
    if (!has_attribute(file, "schema") || text_attribute(file, "schema") != part_schema)
        throw ResultsFileError(file_of(file) + ": its schema is not " + std::string(part_schema));
    return {.key = {.cell_hash = text_attribute(file, "cell_hash"),
                    .first_replicate = size_attribute(file, "first_replicate"),
                    .count = size_attribute(file, "count")},
            .version = text_attribute(file, "version"),
            .shape = {.periods = size_attribute(file, "periods"), .localities = size_attribute(file, "localities")},
            .runs = {}};
}

/// Lengths of a metric in a part: replicates, periods, cells.
std::vector<hsize_t> lengths(Part const& part, RecordedMetric const& metric)
{
    return {part.key.count, part.shape.periods, part.shape.cells(metric.dimensions)};
}

template <class T, class SeriesOf>
void write_metric(hid_t file, Part const& part, RecordedMetric const& metric, hid_t type, SeriesOf series_of)
{
    std::size_t const length = part.shape.periods * part.shape.cells(metric.dimensions);
    std::vector<T> block(part.runs.size() * length); // zeros where a run failed
    for (std::size_t r = 0; r < part.runs.size(); ++r)
        if (!part.runs[r].has_failed())
            std::ranges::copy(series_of(part.runs[r].record), block.begin() + static_cast<std::ptrdiff_t>(r * length));
    Dataset const dataset =
        create_dataset(file, std::string(metric.name), {.type = type, .lengths = lengths(part, metric)});
    write_all(dataset, type, block.data());
}

/// Reads a metric and gives `set(record, period, cell, value)` every value of the runs that did not fail.
template <class T, class Set>
void read_metric(hid_t file, Part& part, RecordedMetric const& metric, hid_t type, Set set)
{
    std::size_t const cells = part.shape.cells(metric.dimensions), length = part.shape.periods * cells;
    Dataset const dataset = open_dataset(file, std::string(metric.name));
    if (lengths_of(dataset) != lengths(part, metric))
        throw ResultsFileError(file_of(file) + ": " + std::string(metric.name) + " is not as long as the part says");
    std::vector<T> block(part.key.count * length);
    read_all(dataset, type, block.size(), block.data());
    for (std::size_t r = 0; r < part.runs.size(); ++r)
        for (std::size_t i = 0; i < length && !part.runs[r].has_failed(); ++i)
            set(part.runs[r].record, i / cells, i % cells, block[r * length + i]);
}

void write_runs(hid_t file, Part const& part)
{
    std::vector<std::string> failures;
    for (RunResult const& run : part.runs)
        failures.push_back(run.failure);
    Dataset const written = create_texts(file, "failure", {failures.size()}, failures);
    for (RecordedMetric const& m : recorded_metrics())
        if (m.is_money())
            write_metric<std::int64_t>(
                file, part, m,
                H5T_NATIVE_INT64, [&m](Record const& record) -> auto const& { return record.pence(m.id); });
        else
            write_metric<double>(
                file, part, m,
                H5T_NATIVE_DOUBLE, [&m](Record const& record) -> auto const& { return record.series(m.id); });
}

void read_runs(hid_t file, Part& part)
{
    for (std::string& failure : read_texts(file, "failure", part.key.count))
        part.runs.push_back({.record = failure.empty() ? Record(part.shape) : Record{}, .failure = std::move(failure)});
    for (RecordedMetric const& m : recorded_metrics())
        if (m.is_money())
            read_metric<std::int64_t>(file, part, m, H5T_NATIVE_INT64,
                                      [&m](Record& record, std::size_t period, std::size_t cell, std::int64_t pence)
                                      { record.add_pence(m.id, period, cell, pence); });
        else
            read_metric<double>(file, part, m, H5T_NATIVE_DOUBLE,
                                [&m](Record& record, std::size_t period, std::size_t cell, double value)
                                { record.set(m.id, period, cell, value); });
}

Part read_part(std::filesystem::path const& path, PartKey const& key)
{
    if (auto const problem = problem_with_checksum(path))
        throw ResultsFileError(*problem);
    File const file = open_file(path);
    Part part = read_head(file);
    if (part.key != key)
        throw ResultsFileError(path.string() + ": it holds other runs than its name says");
    read_runs(file, part);
    return part;
}

} // namespace

std::filesystem::path PartStore::path_of(PartKey const& key) const
{
    return folder_ / (key.cell_hash + "-from" + std::to_string(key.first_replicate) + "-count" +
                      std::to_string(key.count) + ".part.h5");
}

bool PartStore::has(PartKey const& key, RecordShape shape) const
{
    std::optional<Part> const part = read(key).part;
    return part && can_coarsen(part->shape, shape);
}

void PartStore::write(Part const& part) const
{
    TemporaryFile temporary{path_of(part.key)};
    File file = create_file(temporary.path(), checksum_room);
    write_head(file, part);
    write_runs(file, part);
    close_written(file);
    put_checksum(temporary);
    temporary.commit();
}

PartRead PartStore::read(PartKey const& key) const
{
    try
    {
        return {read_part(path_of(key), key), {}};
    }
    catch (std::exception const& error)
    {
        return {std::nullopt, error.what()};
    }
}

} // namespace caremarket
