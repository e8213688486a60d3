#include "analysis/results_file.hpp"

#include "analysis/hdf5_handles.hpp"
#include "analysis/results_file_catalogue.hpp"
#include "analysis/results_file_cell_map.hpp"
#include "analysis/results_file_cells.hpp"
#include "analysis/results_file_coordinates.hpp"
#include "analysis/results_file_datasets.hpp"
#include "analysis/results_file_inputs.hpp"
#include "analysis/results_file_layout.hpp"
#include "analysis/results_file_provenance.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <span>
#include <stdexcept>

namespace caremarket
{

using namespace hdf5;

namespace
{

File open_results(std::filesystem::path const& path)
{
    take_charge();
    if (!std::filesystem::exists(path))
        throw ResultsFileError(path.string() + ": there is no such file");
    if (H5Fis_hdf5(path.c_str()) <= 0)
        throw ResultsFileError(path.string() + ": not a results file: it is not HDF5, or was cut short at its start");
    return open_file(path);
}

double to_pounds(std::int64_t pence)
{
    return pence == missing_pence ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(pence) / 100.0;
}

template <class T>
SeriesOf<T> like(auto const& other)
{
    return {other.outlooks, other.strategies, other.replicates, other.periods,
            other.services, other.channels,   other.localities, std::vector<T>(other.values.size())};
}

Series in_pounds(PenceSeries const& pence)
{
    Series pounds = like<double>(pence);
    std::ranges::transform(pence.values, pounds.values.begin(), to_pounds);
    return pounds;
}

/// Values of `metric` from those of its two parts, one by one.
template <class T, class Form>
SeriesOf<T> formed(StoredMetric const& metric, SeriesOf<T> const& a, SeriesOf<T> const& b, Form form)
{
    if (a.services != b.services || a.channels != b.channels || a.localities != b.localities)
        throw std::invalid_argument(metric.name + " cannot be kept along an axis that only one of " + metric.a +
                                    " and " + metric.b + " has");
    SeriesOf<T> result = like<T>(a);
    std::ranges::transform(a.values, b.values, result.values.begin(), form);
    return result;
}

} // namespace

struct ResultsFile::Open
{
    File file;
    ResultsAxes axes;
    Provenance provenance;
    MetricCatalogue catalogue;
    CellTable cells;

    explicit Open(std::filesystem::path const& path)
    {
        file = open_results(path);
        expect_results_schema(file);
        axes = read_axes(file);
        provenance = read_provenance(file);
        catalogue = read_catalogue(file);
        cells = read_cells(file, axes);
    }

    [[nodiscard]] StoredMetric const& metric(std::string_view name) const
    {
        if (StoredMetric const* const found = catalogue.find(name))
            return *found;
        throw std::invalid_argument(file_of(file) + ": it holds no metric called " + std::string(name));
    }

    /// Opens the dataset of a recorded metric, and sees that it is as the axes say.
    [[nodiscard]] Dataset dataset_of(Variable const& variable, RecordPeriod length) const
    {
        Dataset dataset = open_dataset(open_group(file, group_name(length)), variable.name);
        if (!std::ranges::equal(lengths_of(dataset), variable.lengths))
            throw ResultsFileError(file_of(file) + ": " + variable.name + " does not have the lengths of its axes");
        return dataset;
    }

    /// Reads a recorded metric, one strategy under one outlook at a time.
    template <class T, class Stored>
    [[nodiscard]] SeriesOf<T> read(StoredMetric const& metric, RecordPeriod length, Cells const& asked,
                                   hid_t in_memory) const
    {
        take_charge();
        CellMap const map(metric, axes, asked);
        Variable const variable = variable_of(metric, axes, length);
        Dataset const dataset = dataset_of(variable, length);
        auto series = map.empty_series<T>(axes, length);

        Box box{.first = std::vector<hsize_t>(variable.lengths.size(), 0), .count = lengths_of(dataset)};
        std::size_t const outlook = run_axes(axes).size() - 3; // what comes before is the sample
        std::fill_n(box.count.begin(), outlook + 2, 1);
        if (asked.sample >= axes.samples.count())
            throw std::invalid_argument(fmt::format("{}: it has no sample {}", file_of(file), asked.sample));
        box.first[0] = asked.sample;
        std::vector<Stored> block(box.size());
        std::size_t const periods = series.replicates * series.periods;
        for (std::size_t combination = 0; combination < series.outlooks * series.strategies; ++combination)
        {
            box.first[outlook] = combination / series.strategies;
            box.first[outlook + 1] = combination % series.strategies;
            read_box(dataset, box, in_memory, block.data());
            std::span<T> const target = std::span(series.values).subspan(combination * periods * series.cells());
            for (std::size_t p = 0; p < periods; ++p)
                map.add<Stored, T>(std::span(block).subspan(p * map.stored_cells(), map.stored_cells()),
                                   target.subspan(p * series.cells(), series.cells()));
        }
        return series;
    }

    [[nodiscard]] PenceSeries pence(StoredMetric const& m, RecordPeriod length, Cells const& asked) const
    {
        if (m.form == StoredMetric::Form::recorded && m.is_money())
            return read<std::int64_t, std::int64_t>(m, length, asked, H5T_NATIVE_INT64);
        if (m.form != StoredMetric::Form::difference || !m.is_money() || m.factor != 1.0)
            throw std::invalid_argument(m.name + " is not kept in pence: its unit is " + m.unit);
        return formed(m, pence(metric(m.a), length, asked), pence(metric(m.b), length, asked),
                      [](std::int64_t a, std::int64_t b)
                      { return a == missing_pence || b == missing_pence ? missing_pence : a - b; });
    }

    [[nodiscard]] bool is_in_pence(StoredMetric const& m) const
    {
        if (m.form == StoredMetric::Form::recorded)
            return m.is_money();
        return m.form == StoredMetric::Form::difference && m.factor == 1.0 && metric(m.a).is_money() &&
               metric(m.b).is_money();
    }

    [[nodiscard]] Series values(StoredMetric const& m, RecordPeriod length, Cells const& asked) const
    {
        if (is_in_pence(m))
            return in_pounds(pence(m, length, asked));
        if (m.form == StoredMetric::Form::recorded)
            return read<double, float>(m, length, asked, H5T_NATIVE_FLOAT);
        Series const a = values(metric(m.a), length, asked), b = values(metric(m.b), length, asked);
        double const none = std::numeric_limits<double>::quiet_NaN();
        if (m.form == StoredMetric::Form::difference)
            return formed(m, a, b, [&m](double x, double y) { return (x - y) * m.factor; });
        return formed(m, a, b, [&m, none](double x, double y) { return y == 0.0 ? none : x / y * m.factor; });
    }
};

ResultsFile::ResultsFile(std::filesystem::path const& path) : open_(std::make_unique<Open>(path)) {}
ResultsFile::ResultsFile(ResultsFile&&) noexcept = default;
ResultsFile& ResultsFile::operator=(ResultsFile&&) noexcept = default;
ResultsFile::~ResultsFile() = default;

ResultsAxes const& ResultsFile::axes() const
{
    return open_->axes;
}

Provenance const& ResultsFile::provenance() const
{
    return open_->provenance;
}

MetricCatalogue const& ResultsFile::catalogue() const
{
    return open_->catalogue;
}

Series ResultsFile::yearly(std::string_view metric, Cells const& cells) const
{
    return open_->values(open_->metric(metric), RecordPeriod::year, cells);
}

Series ResultsFile::by_period(std::string_view metric, Cells const& cells) const
{
    return open_->values(open_->metric(metric), open_->axes.period, cells);
}

PenceSeries ResultsFile::yearly_pence(std::string_view metric, Cells const& cells) const
{
    return open_->pence(open_->metric(metric), RecordPeriod::year, cells);
}

PenceSeries ResultsFile::by_period_pence(std::string_view metric, Cells const& cells) const
{
    return open_->pence(open_->metric(metric), open_->axes.period, cells);
}

CellState ResultsFile::state(std::size_t outlook, std::size_t strategy, std::size_t replicate, std::size_t sample) const
{
    return open_->cells.states[open_->axes.run_at(sample, outlook, strategy, replicate)];
}

std::string const& ResultsFile::failure(std::size_t outlook, std::size_t strategy, std::size_t replicate,
                                        std::size_t sample) const
{
    return open_->cells.failures[open_->axes.run_at(sample, outlook, strategy, replicate)];
}

StoredInputs ResultsFile::inputs() const
{
    take_charge();
    return read_inputs(open_->file);
}

} // namespace caremarket
