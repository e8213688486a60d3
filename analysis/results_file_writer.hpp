#pragma once

#include "analysis/hdf5_handles.hpp"
#include "analysis/results_file_cells.hpp"
#include "analysis/results_file_contents.hpp"
#include "analysis/results_file_coordinates.hpp"
#include "analysis/results_file_run.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <vector>

namespace caremarket
{

/// Where consecutive replicates of one strategy under one outlook lie in a file.
struct RunsAt
{
    std::size_t sample = 0; ///< 0 unless the file is a sweep's
    std::size_t outlook = 0, strategy = 0;
    std::size_t replicate = 0; ///< the first
};

/// Writes one results file, from its head to its last block. The same calls give the same bytes.
/// All functions throw ResultsFileError.
class ResultsWriter
{
public:
    /// Writes all but the values. \param path an existing file, which is overwritten
    /// \param catalogue the metrics that the file holds: all of the model's, or some of them
    ResultsWriter(std::filesystem::path const& path, ResultsAxes const& axes, Provenance const& provenance,
                  StoredInputs const& inputs, std::size_t replicates_per_chunk,
                  MetricCatalogue const& catalogue = model_catalogue());

    /// Writes the runs of consecutive replicates. Values of runs that failed, or are never written, are missing.
    /// \pre the records can be coarsened to the shape of the file; a block starts at a multiple of
    ///      replicates_per_chunk and is not longer, so that no chunk is compressed twice
    void write(RunsAt const& at, std::span<RunResult const> runs);

    /// Writes what became of the runs, and closes the file.
    void finish();

private:
    /// A metric of the model that the file holds.
    struct Held
    {
        Recorded id;
        hdf5::Dataset variable;
    };
    struct Group
    {
        RecordPeriod length;
        std::vector<Held> metrics;
    };

    void create_group(RecordPeriod length, MetricCatalogue const& catalogue, std::size_t replicates_per_chunk);
    [[nodiscard]] hdf5::Dataset create_variable(hid_t group, StoredMetric const& metric, RecordPeriod length,
                                                std::size_t replicates_per_chunk) const;

    ResultsAxes axes_;
    hdf5::File file_;
    std::optional<Coordinates> coordinates_; ///< made once the file is open
    std::vector<Group> groups_;
    std::optional<CellsWriter> cells_;
};

} // namespace caremarket
