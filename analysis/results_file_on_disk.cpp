#include "analysis/results_file_on_disk.hpp"

#include "analysis/leftover_files.hpp"
#include "analysis/results_file_error.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace caremarket
{

namespace
{

[[noreturn]] void fail(std::filesystem::path const& path, std::string_view doing)
{
    std::string const why = std::strerror(errno);
    throw ResultsFileError(path.string() + ": cannot " + std::string(doing) + ": " + why);
}

/// A file descriptor that is closed again.
class Descriptor
{
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor()
    {
        if (number_ >= 0)
            ::close(number_);
    }
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }

private:
    int number_;
};

void send_to_disk(std::filesystem::path const& path, int flags)
{
    Descriptor const file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | flags)};
    // EINVAL: a file system that knows no fsync of folders.
    if (!file.is_open() || (::fsync(file.number()) != 0 && errno != EINVAL))
        fail(path, "send it to the disk");
}

std::filesystem::path folder_of(std::filesystem::path const& file)
{
    return file.has_parent_path() ? file.parent_path() : ".";
}

} // namespace

TemporaryFile::TemporaryFile(std::filesystem::path destination) : destination_(std::move(destination))
{
    // A process may write the same file twice at once: O_EXCL tells, and another number is tried.
    std::string const stem = destination_.string() + temporary_suffix();
    for (int attempt = 0;; ++attempt)
    {
        path_ = stem + std::to_string(attempt);
        Descriptor const file{::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)};
        if (file.is_open())
            return;
        if (errno != EEXIST)
            fail(destination_, "write it");
    }
}

TemporaryFile::~TemporaryFile()
{
    if (!is_committed_)
        ::unlink(path_.c_str());
}

void TemporaryFile::write(std::string_view bytes, std::size_t offset)
{
    Descriptor const file{::open(path_.c_str(), O_WRONLY | O_CLOEXEC)};
    if (!file.is_open())
        fail(destination_, "write it");
    while (!bytes.empty())
    {
        ssize_t const written = ::pwrite(file.number(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            fail(destination_, "write it");
        bytes.remove_prefix(static_cast<std::size_t>(written));
        offset += static_cast<std::size_t>(written);
    }
}

void TemporaryFile::commit()
{
    send_to_disk(path_, 0);
    if (::rename(path_.c_str(), destination_.c_str()) != 0)
        fail(destination_, "give the finished file its name");
    is_committed_ = true;
    send_to_disk(folder_of(destination_), O_DIRECTORY);
}

void write_whole_file(std::filesystem::path const& path, std::string_view bytes)
{
    TemporaryFile file{path};
    file.write(bytes, 0);
    file.commit();
}

std::string read_whole_file(std::filesystem::path const& path)
{
    Descriptor const file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (!file.is_open())
        fail(path, "open it");
    std::string bytes;
    struct stat status
    {};
    if (::fstat(file.number(), &status) == 0 && status.st_size > 0)
        bytes.reserve(static_cast<std::size_t>(status.st_size));
    char block[1 << 16];
    for (;;)
    {
        ssize_t const got = ::read(file.number(), block, sizeof block);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            fail(path, "read it");
        if (got == 0)
            return bytes;
        bytes.append(block, static_cast<std::size_t>(got));
    }
}

} // namespace caremarket
