#include "analysis/results_file_cells.hpp"

#include "analysis/results_file_attributes.hpp"
#include "analysis/results_file_datasets.hpp"
#include "analysis/results_file_layout.hpp"

#include <algorithm>

namespace caremarket
{

using namespace hdf5;

namespace
{

std::vector<std::string> names_of(std::vector<Axis> const& axes, RecordPeriod period)
{
    std::vector<std::string> names;
    names.reserve(axes.size());
    for (Axis const axis : axes)
        names.push_back(dimension_name(axis, period));
    return names;
}

std::vector<hsize_t> lengths_of_runs(ResultsAxes const& axes)
{
    std::vector<hsize_t> lengths{axes.outlooks.size(), axes.strategies.size(), axes.replicates};
    if (axes.samples.is_there())
        lengths.insert(lengths.begin(), axes.samples.count());
    return lengths;
}

void put_flags(hid_t dataset)
{
    std::string meanings;
    std::vector<std::uint8_t> values;
    for (CellState const state : all_of<CellState>())
    {
        values.push_back(static_cast<std::uint8_t>(state));
        meanings += (meanings.empty() ? "" : " ") + std::string(name_of(state));
    }
    put_attribute(dataset, "flag_values", values);
    put_attribute(dataset, "flag_meanings", meanings);
}

} // namespace

CellTable all_missing(ResultsAxes const& axes)
{
    return {.states = std::vector<CellState>(axes.run_count(), CellState::missing),
            .failures = std::vector<std::string>(axes.run_count())};
}

void write_cells(hid_t file, Coordinates const& coordinates, ResultsAxes const& axes, CellTable const& cells)
{
    Group const group = create_group(file, "cells");
    std::vector<Axis> const along = run_axes(axes);
    coordinates.link_into(group, names_of(along, axes.period));
    std::vector<hsize_t> const lengths = lengths_of_runs(axes);

    Dataset const states = create_dataset(group, "state", {.type = H5T_STD_U8LE, .lengths = lengths});
    static_assert(sizeof(CellState) == sizeof(std::uint8_t));
    write_all(states, H5T_NATIVE_UINT8, cells.states.data());
    put_attribute(states, "long_name", "what became of the run");
    put_flags(states);
    coordinates.attach(states, along, axes.period);

    Dataset const failures = create_texts(group, "failure", lengths, cells.failures);
    put_attribute(failures, "long_name", "why the run failed");
    coordinates.attach(failures, along, axes.period);
}

CellTable read_cells(hid_t file, ResultsAxes const& axes)
{
    Group const group = open_group(file, "cells");
    CellTable cells = all_missing(axes);
    std::vector<std::uint8_t> states(axes.run_count());
    read_all(open_dataset(group, "state"), H5T_NATIVE_UINT8, states.size(), states.data());
    if (std::ranges::any_of(states, [](std::uint8_t s) { return s >= count_of<CellState>; }))
        throw ResultsFileError(file_of(file) + ": /cells/state holds a state this program does not know");
    std::ranges::transform(states, cells.states.begin(), [](std::uint8_t s) { return static_cast<CellState>(s); });
    cells.failures = read_texts(group, "failure", axes.run_count());
    return cells;
}

} // namespace caremarket
