#include "analysis/leftover_files.hpp"

#include "scenarios/sha256.hpp"

#include <cerrno>
#include <charconv>
#include <csignal>
#include <fstream>
#include <optional>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace caremarket
{

namespace
{

namespace fs = std::filesystem;

constexpr std::string_view mark = ".tmp-";
constexpr std::size_t digits_of_machine = 12;

std::string first_line(char const* path)
{
    std::string line;
    std::ifstream file(path);
    std::getline(file, line);
    return line;
}

struct Writer
{
    std::string_view machine;
    int process = 0;
};

/// Nothing when the name does not say.
std::optional<Writer> writer_of(std::string_view name)
{
    std::string_view const suffix = name.substr(name.rfind(mark) + mark.size());
    auto const point = suffix.find('.');
    if (point == suffix.npos)
        return std::nullopt;
    Writer writer{.machine = suffix.substr(0, point)};
    std::string_view const rest = suffix.substr(point + 1);
    auto const [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), writer.process);
    bool const is_whole = error == std::errc{} && end != rest.data() + rest.size() && *end == '-' && writer.process > 0;
    return is_whole ? std::optional(writer) : std::nullopt;
}

} // namespace

std::string name_of_machine()
{
    char host[256] = "host";
    if (::gethostname(host, sizeof host - 1) != 0)
        host[0] = '\0';
    std::error_code error;
    std::string const numbers = fs::read_symlink("/proc/self/ns/pid", error).string();
    std::string const start = first_line("/proc/sys/kernel/random/boot_id");
    return sha256_of(host + ('\n' + numbers) + '\n' + start).substr(0, digits_of_machine);
}

std::string temporary_suffix()
{
    return std::string(mark) + name_of_machine() + '.' + std::to_string(::getpid()) + '-';
}

OtherWriters other_writers()
{
    return {.is_alive = [](int process) { return ::kill(process, 0) == 0 || errno != ESRCH; }};
}

bool is_left_over(std::string_view name, std::chrono::seconds silent, OtherWriters const& writers)
{
    if (name.find(mark) == name.npos)
        return false;
    auto const writer = writer_of(name);
    if (writer && writer->machine == writers.machine)
        return !writers.is_alive(writer->process); // one that is stopped may go on after days
    return silent >= surely_gone_after;
}

std::size_t remove_leftovers(fs::path const& folder, std::function<bool(std::string_view)> const& is_of_interest,
                             OtherWriters const& writers)
{
    std::vector<fs::path> gone;
    std::error_code error;
    for (fs::directory_iterator entry{folder, error}, end; !error && entry != end; entry.increment(error))
    {
        std::string const name = entry->path().filename().string();
        std::error_code of_file;
        auto const time = fs::last_write_time(entry->path(), of_file);
        if (of_file || name.find(mark) == name.npos || !is_of_interest(name.substr(0, name.rfind(mark))))
            continue;
        auto const silent = std::chrono::duration_cast<std::chrono::seconds>(fs::file_time_type::clock::now() - time);
        if (is_left_over(name, silent, writers))
            gone.push_back(entry->path());
    }
    std::size_t removed = 0;
    for (fs::path const& file : gone)
        if (std::error_code of_file; fs::remove(file, of_file))
            ++removed;
    return removed;
}

} // namespace caremarket
