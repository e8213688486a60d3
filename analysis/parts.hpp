#pragma once

#include "analysis/results_file_error.hpp"
#include "analysis/results_file_run.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Parts: what runs leave on the disk while an experiment is under way. A part is a small HDF5 file with the results of
/// up to ten replicates of one strategy under one outlook. It appears under its name only when whole; the same part
/// written twice, by whomever, does no harm; one that is damaged is recognised by a checksum of the whole file, before
/// HDF5 opens it, and counts as missing.
namespace caremarket
{

inline constexpr std::string_view part_schema = "caremarket.part/1";

/// Which runs a part holds.
struct PartKey
{
    std::string cell_hash; ///< of all that decides the numbers: resolved inputs, seed, behaviour version; hexadecimal
    std::size_t first_replicate = 0;
    std::size_t count = 0; ///< replicates
    friend bool operator==(PartKey const&, PartKey const&) = default;
};

struct Part
{
    PartKey key;
    std::string version;         ///< of the program that wrote it
    RecordShape shape;           ///< of the records
    std::vector<RunResult> runs; ///< by replicate, as many as key.count
    friend bool operator==(Part const&, Part const&) = default;
};

/// A part, or why there is none.
struct PartRead
{
    std::optional<Part> part;
    std::string problem; ///< a sentence; empty if there is a part
};

/// A folder of parts.
class PartStore
{
public:
    explicit PartStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

    [[nodiscard]] std::filesystem::path const& folder() const { return folder_; }
    /// Name of a part: made from its key alone.
    [[nodiscard]] std::filesystem::path path_of(PartKey const& key) const;

    /// Whether the part is there, whole, and can be coarsened to records of this shape. Reads all of it.
    [[nodiscard]] bool has(PartKey const& key, RecordShape shape) const;

    /// Writes a part. Afterwards it is on the disk, whole. Threads may write different parts at once.
    /// \pre the folder exists; the records of runs that did not fail have part.shape
    /// \throws ResultsFileError naming the path and the reason, such as a full disk
    void write(Part const& part) const;

    /// Reads a part. Never throws for what is wrong with it.
    [[nodiscard]] PartRead read(PartKey const& key) const;

private:
    std::filesystem::path folder_;
};

} // namespace caremarket
