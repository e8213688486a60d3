#pragma once

#include "analysis/parts_reduce.hpp"
#include "analysis/reduced_runs.hpp"
#include "analysis/results_file_coordinates.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <vector>

namespace caremarket
{

/// Sample, outlook and strategy whose replicates are reduced together.
struct ReducedCell
{
    std::size_t sample = 0, outlook = 0, strategy = 0;
    friend bool operator==(ReducedCell const&, ReducedCell const&) = default;
};

/// Writes one file of reduced runs, cell by cell; see parts_reduce.hpp. The same calls give the same bytes.
/// All functions throw ResultsFileError.
class ReducedFileWriter
{
public:
    /// Writes all but the values. \param path an existing file, which is overwritten
    ReducedFileWriter(std::filesystem::path const& path, Plan const& plan, Reduction const& reduction);

    /// Takes runs of the cell that is next to be written; those of the part that is missing are none.
    /// \param of_part how many there are, missing ones included
    void add(std::span<RunResult const> runs, std::size_t of_part);
    /// Reduces what was added and writes it.
    void write(ReducedCell const& cell);
    /// Closes the file.
    void finish();

private:
    struct Metric
    {
        StoredMetric metric;
        std::size_t length = 0; ///< values of a run
        hdf5::Dataset quantiles, means;
        std::optional<hdf5::Dataset> runs;       ///< of a ratio
        std::vector<std::vector<double>> values; ///< of the cell, by run
    };
    struct Group
    {
        RecordPeriod length;
        std::vector<Metric> metrics;
    };
    struct Counts
    {
        std::int32_t done = 0, failed = 0, missing = 0;
    };

    void create_counts();
    void create_group(RecordPeriod length);
    [[nodiscard]] Metric create_metric(hid_t group, StoredMetric const& metric, RecordPeriod length) const;

    ResultsAxes axes_;
    Reduction reduction_;
    hdf5::File file_;
    std::optional<Coordinates> coordinates_; ///< made once the file is open
    std::vector<hdf5::Dataset> count_variables_;
    std::vector<Group> groups_;
    Counts counts_;
};

} // namespace caremarket
