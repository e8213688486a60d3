#include "runners/temporary_folder.hpp"

#include "analysis/results_file_error.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>

namespace caremarket
{

TemporaryFolder::TemporaryFolder(std::string const& name)
{
    std::error_code error;
    std::string made = (std::filesystem::temp_directory_path(error) / (name + "-XXXXXX")).string();
    if (error || ::mkdtemp(made.data()) == nullptr)
        throw ResultsFileError(made + ": cannot make a temporary folder: " +
                               (error ? error.message() : std::string(std::strerror(errno))));
    path_ = made;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code error;
    std::filesystem::remove_all(path_, error);
}

} // namespace caremarket
