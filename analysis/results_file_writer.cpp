#include "analysis/results_file_writer.hpp"

#include "analysis/results_file_attributes.hpp"
#include "analysis/results_file_catalogue.hpp"
#include "analysis/results_file_datasets.hpp"
#include "analysis/results_file_design.hpp"
#include "analysis/results_file_inputs.hpp"
#include "analysis/results_file_layout.hpp"
#include "analysis/results_file_meaning.hpp"
#include "analysis/results_file_provenance.hpp"

#include <algorithm>
#include <utility>

namespace caremarket
{

using namespace hdf5;

namespace
{

constexpr float missing_quantity = std::numeric_limits<float>::quiet_NaN();
constexpr double pounds_in_a_penny = 0.01;

std::vector<hsize_t> for_hdf5(std::vector<std::size_t> const& lengths)
{
    return {lengths.begin(), lengths.end()};
}

/// Attributes that say how numbers are to be read.
void put_unit(hid_t dataset, StoredMetric const& metric)
{
    put_attribute(dataset, "units", metric.unit);
    if (metric.is_money())
    {
        put_attribute(dataset, "scale_factor", pounds_in_a_penny);
        put_attribute(dataset, "_FillValue", missing_pence);
    }
    else
        put_attribute(dataset, "_FillValue", missing_quantity);
}

/// Series of one metric of consecutive runs, one after the other; `missing` where a run has none.
template <class Stored, class SeriesOf>
std::vector<Stored> block_of(std::span<RunResult const> runs, std::size_t length, Stored missing, SeriesOf series_of)
{
    std::vector<Stored> block(runs.size() * length, missing);
    for (std::size_t r = 0; r < runs.size(); ++r)
        if (!runs[r].has_failed())
            std::ranges::transform(series_of(runs[r].record), block.begin() + static_cast<std::ptrdiff_t>(r * length),
                                   [](auto value) { return static_cast<Stored>(value); });
    return block;
}

std::vector<RunResult> coarsened(std::span<RunResult const> runs, RecordShape target)
{
    std::vector<RunResult> coarse(runs.begin(), runs.end());
    for (RunResult& run : coarse)
        if (!run.has_failed())
            run.record = caremarket::coarsened(run.record, target);
    return coarse;
}

/// The box of a variable that holds these consecutive replicates of one strategy under one outlook.
Box box_in(std::vector<hsize_t> lengths, ResultsAxes const& axes, RunsAt const& at, std::size_t count)
{
    Box box{.first = {}, .count = std::move(lengths)};
    box.first.assign(box.count.size(), 0);
    std::vector<hsize_t> first{at.outlook, at.strategy, at.replicate};
    if (axes.samples.is_there())
        first.insert(first.begin(), at.sample);
    std::ranges::copy(first, box.first.begin());
    std::fill_n(box.count.begin(), first.size() - 1, 1);
    box.count[first.size() - 1] = count;
    return box;
}

Box box_of(hid_t variable, ResultsAxes const& axes, RunsAt const& at, std::size_t count)
{
    return box_in(lengths_of(variable), axes, at, count);
}

void write_values(hid_t variable, Box const& box, Recorded id, std::span<RunResult const> runs)
{
    std::size_t const length = box.size() / runs.size();
    if (metric(id).is_money())
    {
        auto const pence = [id](Record const& record) -> auto const&
        {
            return record.pence(id);
        };
        write_box(variable, box, H5T_NATIVE_INT64, block_of(runs, length, missing_pence, pence).data());
    }
    else
    {
        auto const series = [id](Record const& record) -> auto const&
        {
            return record.series(id);
        };
        write_box(variable, box, H5T_NATIVE_FLOAT, block_of(runs, length, missing_quantity, series).data());
    }
}

} // namespace

ResultsWriter::ResultsWriter(std::filesystem::path const& path, ResultsAxes const& axes, Provenance const& provenance,
                             StoredInputs const& inputs, std::size_t replicates_per_chunk,
                             MetricCatalogue const& catalogue)
    : axes_(axes), file_(create_file(path))
{
    write_provenance(file_, provenance);
    coordinates_.emplace(file_, axes_);
    if (axes_.samples.is_there())
        write_design(file_, axes_.samples);
    for (RecordPeriod const length : stored_periods(axes_))
        create_group(length, catalogue, replicates_per_chunk);
    cells_.emplace(file_, *coordinates_, axes_);
    write_catalogue(file_, catalogue);
    write_inputs(file_, inputs);
}

void ResultsWriter::create_group(RecordPeriod length, MetricCatalogue const& catalogue,
                                 std::size_t replicates_per_chunk)
{
    hdf5::Group const group = hdf5::create_group(file_, group_name(length));
    coordinates_->link_into(group, length);
    groups_.push_back({.length = length, .metrics = {}});
    for (StoredMetric const& metric : catalogue.recorded)
        groups_.back().metrics.push_back({.id = recorded_named(metric.name),
                                          .variable = create_variable(group, metric, length, replicates_per_chunk)});
}

Dataset ResultsWriter::create_variable(hid_t group, StoredMetric const& metric, RecordPeriod length,
                                       std::size_t replicates_per_chunk) const
{
    Variable const variable = variable_of(metric, axes_, length, replicates_per_chunk);
    void const* const fill = metric.is_money() ? static_cast<void const*>(&missing_pence) : &missing_quantity;
    Dataset dataset = create_dataset(group, variable.name,
                                     {.type = metric.is_money() ? H5T_STD_I64LE : H5T_IEEE_F32LE,
                                      .lengths = for_hdf5(variable.lengths),
                                      .chunk = for_hdf5(variable.chunk),
                                      .fill = fill});
    coordinates_->attach(dataset, variable.axes, length);
    put_unit(dataset, metric);
    put_meaning(dataset, metric, length, coordinates_->labels_of(variable.axes, length));
    return dataset;
}

void ResultsWriter::write(RunsAt const& at, std::span<RunResult const> runs)
{
    for (Group const& group : groups_)
    {
        std::vector<RunResult> const coarse = coarsened(runs, record_shape(axes_, group.length));
        for (Held const& held : group.metrics)
            write_values(held.variable, box_of(held.variable, axes_, at, runs.size()), held.id, coarse);
    }
    cells_->write(box_in(std::vector<hsize_t>(run_axes(axes_).size()), axes_, at, runs.size()), runs);
}

void ResultsWriter::finish()
{
    cells_.reset();
    coordinates_.reset();
    groups_.clear();
    close_written(file_);
}

} // namespace caremarket
