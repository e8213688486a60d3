#pragma once

#include "scenarios/position.hpp"
#include "scenarios/problem.hpp"

#include <string>
#include <string_view>
#include <vector>

/// CSV with the position of every cell. The one reader of CSV.
namespace caremarket
{

struct CsvCell
{
    std::string text; ///< without the quotes; empty: missing
    Position at;
};
using CsvRow = std::vector<CsvCell>;

struct CsvTable
{
    std::string file;         ///< name to show in problems
    CsvRow header;            ///< no name is empty, none twice
    std::vector<CsvRow> rows; ///< each as long as the header; blank lines are left out
};

/// Reads a comma-separated text: UTF-8 with or without byte order mark, a header, quotes as in RFC 4180, lines ended by
/// LF or CR LF.
/// \param file name to show in problems
/// \return every row of a wrong length; or, alone, the first byte that is not UTF-8 or the first misplaced quote
[[nodiscard]] Loaded<CsvTable> read_csv(std::string_view text, std::string_view file);

/// A text as a cell of a CSV table: in quotes where it must be.
[[nodiscard]] std::string csv_cell(std::string_view text);

} // namespace caremarket
