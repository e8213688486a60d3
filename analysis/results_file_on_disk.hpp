#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

/// Files that appear under their name only when whole, and survive a power cut once they have.
namespace caremarket
{

/// A file under a temporary name beside its destination, removed unless committed.
class TemporaryFile
{
public:
    /// Makes an empty file next to `destination`. Two writers of the same destination, on whichever machines, get
    /// different ones. \throws ResultsFileError
    explicit TemporaryFile(std::filesystem::path destination);
    ~TemporaryFile();
    TemporaryFile(TemporaryFile const&) = delete;
    TemporaryFile& operator=(TemporaryFile const&) = delete;

    [[nodiscard]] std::filesystem::path const& path() const { return path_; }

    /// Writes bytes from `offset` on.
    /// \throws ResultsFileError naming the destination and the reason, such as a full disk
    void write(std::string_view bytes, std::size_t offset);

    /// Sends the content to the disk, then the new name. \pre nobody has the file open for writing
    /// \throws ResultsFileError
    void commit();

private:
    std::filesystem::path destination_, path_;
    bool is_committed_ = false;
};

/// Replaces the file at `path` by these bytes: afterwards either all of them are there or the old ones.
/// \throws ResultsFileError
void write_whole_file(std::filesystem::path const& path, std::string_view bytes);

/// \throws ResultsFileError
[[nodiscard]] std::string read_whole_file(std::filesystem::path const& path);

} // namespace caremarket
