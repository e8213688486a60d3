#pragma once

#include "analysis/results_file_contents.hpp"
#include "analysis/results_file_coordinates.hpp"
#include "analysis/results_file_datasets.hpp"
#include "analysis/results_file_run.hpp"

#include <span>
#include <string>
#include <vector>

namespace caremarket
{

/// What became of every run, [sample][outlook][strategy][replicate].
struct CellTable
{
    std::vector<CellState> states;
    std::vector<std::string> failures; ///< why it failed; empty where it did not
};

/// Writes /cells, some runs at a time: a sweep may have a million. Those never written are missing.
/// All functions throw ResultsFileError.
class CellsWriter
{
public:
    CellsWriter(hid_t file, Coordinates const& coordinates, ResultsAxes const& axes);

    /// Writes what became of the runs of this box along the axes of runs.
    void write(hdf5::Box const& box, std::span<RunResult const> runs) const;

private:
    hdf5::Dataset states_, failures_;
};

/// \throws ResultsFileError
[[nodiscard]] CellTable read_cells(hid_t file, ResultsAxes const& axes);

} // namespace caremarket
