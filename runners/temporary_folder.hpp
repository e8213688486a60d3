#pragma once

#include <filesystem>
#include <string>

namespace caremarket
{

/// A folder of its own among the system's temporary files (TMPDIR), removed with all in it.
class TemporaryFolder
{
public:
    /// \throws ResultsFileError
    explicit TemporaryFolder(std::string const& name);
    ~TemporaryFolder();
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;

    [[nodiscard]] std::filesystem::path const& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace caremarket
