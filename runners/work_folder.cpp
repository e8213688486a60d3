#include "runners/work_folder.hpp"

#include "analysis/leftover_files.hpp"
#include "runners/exit_code.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace caremarket
{

namespace
{

namespace fs = std::filesystem;

/// Files of a folder whose names satisfy the predicate.
template <class Predicate>
std::vector<fs::path> files_in(fs::path const& folder, Predicate const& is_wanted)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry{folder, error}, end; !error && entry != end; entry.increment(error))
        if (is_wanted(entry->path().filename().string()))
            files.push_back(entry->path());
    return files;
}

bool is_ours(std::string const& name)
{
    return name == plan_path("").string() || name.ends_with(".part.h5") || name.find(".tmp-") != name.npos;
}

/// Special folders such as /proc say that a file is not there when they mean that it cannot be.
std::string why_not(int error)
{
    return error == ENOENT ? "it takes none" : std::strerror(error);
}

[[noreturn]] void cannot_write(fs::path const& output, std::string const& why)
{
    throw WrongUse(fmt::format("{}: cannot be written: {}", output.string(), why));
}

} // namespace

WorkFolder::WorkFolder(fs::path const& output) : output_(output), path_(output.string() + ".parts") {}

WorkFolder::~WorkFolder()
{
    if (lock_ >= 0)
        ::close(lock_); // which gives up the lock
}

bool WorkFolder::exists() const
{
    std::error_code error;
    return fs::exists(fs::symlink_status(path_, error));
}

std::optional<Plan> WorkFolder::stored_plan() const
{
    std::error_code error;
    if (!fs::exists(plan_path(path_), error))
        return std::nullopt;
    try
    {
        return read_plan(plan_path(path_));
    }
    catch (ResultsFileError const& problem)
    {
        throw WrongUse(fmt::format("{}\n--force starts over", problem.what()));
    }
}

void WorkFolder::open()
{
    fs::path const folder = output_.has_parent_path() ? output_.parent_path() : ".";
    if (::mkdir(path_.c_str(), 0777) != 0 && errno != EEXIST)
        cannot_write(output_, errno == ENOENT && !fs::exists(folder)
                                  ? "there is no folder " + folder.string()
                                  : fmt::format("no file can be made in {}: {}", folder.string(), why_not(errno)));
    lock_ = ::open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (lock_ < 0)
        cannot_write(output_, fmt::format("{}: {}", path_.string(), std::strerror(errno)));
    // Some network file systems know no locks; two processes then do no harm but the same work twice.
    if (::flock(lock_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        cannot_write(output_, fmt::format("another caremarket is at work in {}", path_.string()));
}

void WorkFolder::remove_leftovers() const
{
    caremarket::remove_leftovers(path_, [](std::string_view name) { return is_ours(std::string(name)); });
    caremarket::remove_leftovers(output_.has_parent_path() ? output_.parent_path() : ".",
                                 [&](std::string_view name) { return name == output_.filename().string(); });
}

void WorkFolder::clear()
{
    for (fs::path const& file : files_in(path_, is_ours))
        fs::remove(file);
    remove_leftovers_of_output();
}

void WorkFolder::remove()
{
    clear();
    std::error_code error; // somebody's own files in it keep the folder
    fs::remove(path_, error);
}

/// What an assembly that was killed wrote of the file before it had its name.
void WorkFolder::remove_leftovers_of_output() const
{
    std::string const prefix = output_.filename().string() + ".tmp-";
    auto const is_leftover = [&](std::string const& name) { return name.starts_with(prefix); };
    fs::path const folder = output_.has_parent_path() ? output_.parent_path() : ".";
    std::error_code error;
    for (fs::path const& file : files_in(folder, is_leftover))
        fs::remove(file, error);
}

} // namespace caremarket
