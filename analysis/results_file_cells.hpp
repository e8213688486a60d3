#pragma once

#include "analysis/results_file_contents.hpp"
#include "analysis/results_file_coordinates.hpp"

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

/// All missing, until told otherwise.
[[nodiscard]] CellTable all_missing(ResultsAxes const& axes);

/// Writes /cells.
void write_cells(hid_t file, Coordinates const& coordinates, ResultsAxes const& axes, CellTable const& cells);
/// \throws ResultsFileError
[[nodiscard]] CellTable read_cells(hid_t file, ResultsAxes const& axes);

} // namespace caremarket
