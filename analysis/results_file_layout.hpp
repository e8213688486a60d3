#pragma once

#include "analysis/results_file_contents.hpp"
#include "model/record.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// The one description of where things are in a results file. Writer and reader both go by it.
///
///     /                       provenance as attributes; all coordinates
///     /monthly /quarterly     recorded metrics by the period chosen (neither when that is the year)
///     /yearly                 recorded metrics by financial year
///     /cells                  what became of each run
///     /design                 of a sweep: what its samples are
///     /catalogue/recorded     what the metrics mean, and how derived ones are formed
///     /catalogue/derived
///     /inputs                 every input file; /inputs/resolved: what was made of them
namespace caremarket
{

inline constexpr std::string_view results_schema = "caremarket.results/1";
/// Of a file that holds quantiles over replicates instead of runs; see parts_reduce.hpp.
inline constexpr std::string_view reduced_schema = "caremarket.reduced/1";

/// A run of one replicate of one strategy under one outlook is a row along the first three; in a sweep's file the sample
/// comes before them.
enum class Axis : std::uint8_t
{
    sample,
    outlook,
    strategy,
    replicate,
    quantile, ///< of a file of reduced runs, in place of the replicate
    period,
    service,
    channel,
    locality
};

/// Axes along which runs lie, the replicate last, or the quantile that takes its place.
[[nodiscard]] std::vector<Axis> run_axes(ResultsAxes const& axes);

/// A metric in one group of the file.
struct Variable
{
    std::string name;
    std::vector<Axis> axes;
    std::vector<std::size_t> lengths; ///< along `axes`
    std::vector<std::size_t> chunk;   ///< along `axes`
};

/// \param replicates_per_chunk  a chunk holds everything of that many replicates of one strategy and outlook
[[nodiscard]] Variable variable_of(StoredMetric const& metric, ResultsAxes const& axes, RecordPeriod length,
                                   std::size_t replicates_per_chunk = 1);

/// Periods that a file holds values by: the recorded one and the year.
[[nodiscard]] std::vector<RecordPeriod> stored_periods(ResultsAxes const& axes);
/// Shape of the records whose values go into the file by periods of this length.
[[nodiscard]] RecordShape record_shape(ResultsAxes const& axes, RecordPeriod length);

[[nodiscard]] std::string group_name(RecordPeriod length); ///< "monthly", "quarterly", "yearly"
/// Name of a dimension and of its coordinate: "outlook" …; a period's is "month", "quarter" or "year".
[[nodiscard]] std::string dimension_name(Axis axis, RecordPeriod length);
/// How the values of a period came about, as CF says it: "month: sum", "month: point".
[[nodiscard]] std::string cell_methods(StoredMetric const& metric, RecordPeriod length);

/// Words by which catalogue entries are kept in the file.
[[nodiscard]] std::string_view word(StoredMetric::Form form); ///< recorded, difference, ratio
[[nodiscard]] std::string_view word(Better better);           ///< up, down, neither
[[nodiscard]] std::string_view word(Over over);               ///< sum, point
[[nodiscard]] std::string_view word(Dimensions dimensions);   ///< "place", "service locality", …
/// The value that has this word. \throws ResultsFileError if none has
template <class Enum>
[[nodiscard]] Enum value_of(std::string_view word);

} // namespace caremarket
