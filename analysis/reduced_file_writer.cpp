#include "analysis/reduced_file_writer.hpp"

#include "analysis/results_file_attributes.hpp"
#include "analysis/results_file_catalogue.hpp"
#include "analysis/results_file_datasets.hpp"
#include "analysis/results_file_design.hpp"
#include "analysis/results_file_inputs.hpp"
#include "analysis/results_file_layout.hpp"
#include "analysis/results_file_meaning.hpp"
#include "analysis/results_file_provenance.hpp"

#include <algorithm>
#include <limits>

namespace caremarket
{

using namespace hdf5;

namespace
{

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();
constexpr std::int32_t no_runs = 0;
constexpr char do_not_add_up[] = "quantiles do not add up: that of a sum is not the sum of those of its parts";

struct CountName
{
    char const *name, *meaning;
};
constexpr CountName count_names[] = {{"runs", "runs that did not fail: those reduced"},
                                     {"failed_runs", "runs that failed: left out"},
                                     {"missing_runs", "runs that were missing: left out"}};

ResultsAxes with_quantiles(ResultsAxes axes, std::vector<double> const& probabilities)
{
    axes.quantiles = probabilities;
    return axes;
}

bool is_chosen(StoredMetric const& metric, MetricCatalogue const& catalogue)
{
    return catalogue.chosen.empty() || std::ranges::find(catalogue.chosen, metric.name) != catalogue.chosen.end();
}

/// The variable without the quantile, which comes after the other axes of runs.
Variable without_quantile(Variable variable, ResultsAxes const& axes)
{
    auto const at = static_cast<std::ptrdiff_t>(run_axes(axes).size()) - 1;
    variable.axes.erase(variable.axes.begin() + at);
    variable.lengths.erase(variable.lengths.begin() + at);
    variable.chunk.erase(variable.chunk.begin() + at);
    return variable;
}

DatasetForm form_of(Variable const& variable, hid_t type, void const* fill)
{
    return {.type = type,
            .lengths = {variable.lengths.begin(), variable.lengths.end()},
            .chunk = {variable.chunk.begin(), variable.chunk.end()},
            .fill = fill};
}

/// The box of a dataset that holds one cell.
Box box_of(hid_t dataset, ResultsAxes const& axes, ReducedCell const& cell)
{
    Box box{.first = {}, .count = lengths_of(dataset)};
    std::vector<hsize_t> first{cell.outlook, cell.strategy};
    if (axes.samples.is_there())
        first.insert(first.begin(), cell.sample);
    box.first = first;
    box.first.resize(box.count.size(), 0);
    std::fill_n(box.count.begin(), first.size(), 1);
    return box;
}

} // namespace

ReducedFileWriter::ReducedFileWriter(std::filesystem::path const& path, Plan const& plan, Reduction const& reduction)
    : axes_(with_quantiles(plan.axes, reduction.probabilities)), reduction_(reduction), file_(create_file(path))
{
    write_provenance(file_, plan.provenance, reduced_schema);
    coordinates_.emplace(file_, axes_);
    if (axes_.samples.is_there())
        write_design(file_, axes_.samples);
    create_counts();
    for (RecordPeriod const length : stored_periods(axes_))
        create_group(length);
    write_catalogue(file_, reduction_.catalogue);
    write_inputs(file_, plan.inputs);
}

void ReducedFileWriter::create_counts()
{
    std::vector<Axis> along = run_axes(axes_);
    along.pop_back();
    std::vector<hsize_t> lengths{axes_.outlooks.size(), axes_.strategies.size()};
    if (axes_.samples.is_there())
        lengths.insert(lengths.begin(), axes_.samples.count());
    for (CountName const& count : count_names)
    {
        count_variables_.push_back(create_dataset(file_, count.name, {.type = H5T_STD_I32LE, .lengths = lengths}));
        put_attribute(count_variables_.back(), "long_name", count.meaning);
        put_attribute(count_variables_.back(), "units", "1");
        coordinates_->attach(count_variables_.back(), along, axes_.period);
    }
}

void ReducedFileWriter::create_group(RecordPeriod length)
{
    hdf5::Group const group = hdf5::create_group(file_, group_name(length));
    coordinates_->link_into(group, length);
    std::vector<std::string> names;
    for (CountName const& count : count_names)
        names.emplace_back(count.name);
    coordinates_->link_into(group, names);
    groups_.push_back({.length = length, .metrics = {}});
    for (auto const* table : {&reduction_.catalogue.recorded, &reduction_.catalogue.derived})
        for (StoredMetric const& metric : *table)
            if (is_chosen(metric, reduction_.catalogue))
                groups_.back().metrics.push_back(create_metric(group, metric, length));
}

ReducedFileWriter::Metric ReducedFileWriter::create_metric(hid_t group, StoredMetric const& metric,
                                                           RecordPeriod length) const
{
    Variable const by_quantile = variable_of(metric, axes_, length, axes_.quantiles.size());
    Variable const alone = without_quantile(by_quantile, axes_);
    auto const create = [&](std::string const& name, Variable const& variable, hid_t type, void const* fill)
    {
        Dataset dataset = create_dataset(group, name, form_of(variable, type, fill));
        coordinates_->attach(dataset, variable.axes, length);
        put_meaning(dataset, metric, length, coordinates_->labels_of(variable.axes, length));
        return dataset;
    };
    Metric result{.metric = metric,
                  .length = 0,
                  .quantiles = create(metric.name, by_quantile, H5T_IEEE_F64LE, &no_value),
                  .means = create(metric.name + "_mean", alone, H5T_IEEE_F64LE, &no_value),
                  .runs = {},
                  .values = {}};
    put_attribute(result.quantiles, "units", metric.unit);
    put_attribute(result.quantiles, "_FillValue", no_value);
    put_attribute(result.quantiles, "note", do_not_add_up);
    put_attribute(result.means, "units", metric.unit);
    put_attribute(result.means, "_FillValue", no_value);
    if (metric.form == StoredMetric::Form::ratio)
    {
        result.runs = create(metric.name + "_runs", alone, H5T_STD_I32LE, &no_runs);
        put_attribute(*result.runs, "units", "1");
        put_attribute(*result.runs, "note", "runs in which there was something to divide by: those reduced");
    }
    RecordShape const shape = record_shape(axes_, length);
    result.length = shape.periods * shape.cells(metric.dimensions);
    return result;
}

void ReducedFileWriter::add(std::span<RunResult const> runs, std::size_t of_part)
{
    counts_.missing += static_cast<std::int32_t>(of_part - runs.size());
    for (RunResult const& run : runs)
    {
        ++(run.has_failed() ? counts_.failed : counts_.done);
        for (Group& group : groups_)
        {
            if (run.has_failed())
                continue;
            Record const record = coarsened(run.record, record_shape(axes_, group.length));
            for (Metric& m : group.metrics)
                m.values.push_back(values_of(m.metric, reduction_.catalogue, record));
        }
    }
}

void ReducedFileWriter::write(ReducedCell const& cell)
{
    for (Group& group : groups_)
        for (Metric& m : group.metrics)
        {
            ReducedRuns const all = reduced(m.values, m.length, axes_.quantiles);
            write_box(m.quantiles, box_of(m.quantiles, axes_, cell), H5T_NATIVE_DOUBLE, all.quantiles.data());
            write_box(m.means, box_of(m.means, axes_, cell), H5T_NATIVE_DOUBLE, all.means.data());
            if (m.runs)
                write_box(*m.runs, box_of(*m.runs, axes_, cell), H5T_NATIVE_INT32, all.runs.data());
            m.values.clear();
        }
    std::int32_t const counts[] = {counts_.done, counts_.failed, counts_.missing};
    for (std::size_t i = 0; i < count_variables_.size(); ++i)
        write_box(count_variables_[i], box_of(count_variables_[i], axes_, cell), H5T_NATIVE_INT32, &counts[i]);
    counts_ = {};
}

void ReducedFileWriter::finish()
{
    coordinates_.reset();
    count_variables_.clear();
    groups_.clear();
    close_written(file_);
}

} // namespace caremarket
