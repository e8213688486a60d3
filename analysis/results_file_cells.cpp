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

constexpr CellState unwritten = CellState::missing;

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

CellsWriter::CellsWriter(hid_t file, Coordinates const& coordinates, ResultsAxes const& axes)
{
    Group const group = create_group(file, "cells");
    std::vector<Axis> const along = run_axes(axes);
    coordinates.link_into(group, names_of(along, axes.period));
    std::vector<hsize_t> const lengths = lengths_of_runs(axes);

    static_assert(sizeof(CellState) == sizeof(std::uint8_t));
    states_ =
        create_dataset(group, "state", {.type = H5T_STD_U8LE, .lengths = lengths, .chunk = {}, .fill = &unwritten});
    put_attribute(states_, "long_name", "what became of the run");
    put_flags(states_);
    coordinates.attach(states_, along, axes.period);

    Datatype const type = text_type();
    failures_ = create_dataset(group, "failure", {.type = type, .lengths = lengths});
    put_attribute(failures_, "long_name", "why the run failed");
    coordinates.attach(failures_, along, axes.period);
}

void CellsWriter::write(Box const& box, std::span<RunResult const> runs) const
{
    std::vector<CellState> states;
    std::vector<char const*> failures;
    for (RunResult const& run : runs)
    {
        if (run.failure.find('\0') != std::string::npos)
            throw ResultsFileError(file_of(failures_) + ": cannot write why a run failed: it holds a zero byte");
        states.push_back(run.has_failed() ? CellState::failed : CellState::done);
        failures.push_back(run.failure.c_str());
    }
    write_box(states_, box, H5T_NATIVE_UINT8, states.data());
    if (std::ranges::any_of(runs, &RunResult::has_failed)) // what is never written is read as an empty text
        write_box(failures_, box, text_type(), failures.data());
}

CellTable read_cells(hid_t file, ResultsAxes const& axes)
{
    Group const group = open_group(file, "cells");
    CellTable cells{.states = std::vector<CellState>(axes.run_count()), .failures = {}};
    std::vector<std::uint8_t> states(axes.run_count());
    read_all(open_dataset(group, "state"), H5T_NATIVE_UINT8, states.size(), states.data());
    if (std::ranges::any_of(states, [](std::uint8_t s) { return s >= count_of<CellState>; }))
        throw ResultsFileError(file_of(file) + ": /cells/state holds a state this program does not know");
    std::ranges::transform(states, cells.states.begin(), [](std::uint8_t s) { return static_cast<CellState>(s); });
    cells.failures = read_texts(group, "failure", axes.run_count());
    return cells;
}

} // namespace caremarket
