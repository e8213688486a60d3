#include "runners/thread_allocation.hpp"

#include "runners/ensemble.hpp"
#include "runners/how_many.hpp"
#include "scenarios/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <sstream>
#include <unistd.h>
#include <utility>
#include <vector>

namespace caremarket
{

namespace
{

constexpr char const* grants[] = {"SLURM_CPUS_PER_TASK", "NCPUS", "NSLOTS"};
constexpr char control_groups[] = "/sys/fs/cgroup";

std::optional<int> count_in(std::string const& text)
{
    auto const number = whole_number_in<int>(text);
    return number && *number > 0 ? number : std::nullopt;
}

/// Processors by time granted in a period; nothing for "max" and -1, which stand for no limit.
std::optional<double> share(std::string const& quota, std::string const& period)
{
    auto const granted = count_in(quota), of = count_in(period);
    return granted && of ? std::optional(static_cast<double>(*granted) / *of) : std::nullopt;
}

std::vector<std::string> words_of(std::optional<std::string> const& text)
{
    std::istringstream words(text.value_or(""));
    return {std::istream_iterator<std::string>(words), {}};
}

std::optional<double> quota_of_version_2(std::string const& folder, TextOfFile const& text_of)
{
    auto const words = words_of(text_of(folder + "/cpu.max"));
    return words.size() == 2 ? share(words[0], words[1]) : std::nullopt;
}

std::optional<double> quota_of_version_1(std::string const& folder, TextOfFile const& text_of)
{
    auto const quota = words_of(text_of(folder + "/cpu.cfs_quota_us")),
               period = words_of(text_of(folder + "/cpu.cfs_period_us"));
    return quota.size() == 1 && period.size() == 1 ? share(quota[0], period[0]) : std::nullopt;
}

using QuotaOf = std::optional<double> (*)(std::string const&, TextOfFile const&);

/// The tightest quota of a group and all that it is in.
std::optional<double> tightest(std::string const& root, std::string group, QuotaOf quota_of, TextOfFile const& text_of)
{
    std::optional<double> least;
    for (;;)
    {
        while (group.ends_with('/'))
            group.pop_back();
        if (auto const quota = quota_of(root + group, text_of); quota && (!least || *quota < *least))
            least = quota;
        if (group.empty())
            return least;
        group.erase(group.find_last_of('/') == group.npos ? 0 : group.find_last_of('/'));
    }
}

bool has_controller(std::string const& controllers, std::string_view wanted)
{
    std::istringstream list(controllers);
    for (std::string one; std::getline(list, one, ',');)
        if (one == wanted)
            return true;
    return false;
}

std::optional<std::string> text_of_file(std::string const& path)
{
    std::ifstream file(path);
    if (!file)
        return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

} // namespace

ThreadCount threads_of(Allocation const& allocation)
{
    ThreadCount least{.count = std::max(allocation.machine, 1)};
    auto const limit = [&](int count, std::string const& from)
    {
        if (count < least.count)
            least = {.count = std::max(count, 1), .from = from};
    };
    limit(allocation.affinity, "its affinity mask");
    if (allocation.quota)
        limit(static_cast<int>(std::min(std::ceil(*allocation.quota), 1e6)),
              "the processor quota of its control group");
    for (char const* const grant : grants)
        if (auto const text = allocation.environment ? allocation.environment(grant) : std::nullopt)
            if (auto const count = count_in(*text))
                limit(*count, grant);
    return least;
}

std::optional<double> quota_of_control_groups(TextOfFile const& text_of)
{
    std::optional<double> least;
    std::istringstream lines(text_of("/proc/self/cgroup").value_or(""));
    for (std::string line; std::getline(lines, line);) // number:controllers:group
    {
        auto const first = line.find(':'), second = line.find(':', first + 1);
        if (first == line.npos || second == line.npos)
            continue;
        std::string const controllers = line.substr(first + 1, second - first - 1), group = line.substr(second + 1);
        std::optional<double> quota;
        if (controllers.empty())
            quota = tightest(control_groups, group, quota_of_version_2, text_of);
        else if (has_controller(controllers, "cpu"))
            for (std::string const& name : {std::string("cpu"), controllers})
                if (!quota)
                    quota = tightest(control_groups + ('/' + name), group, quota_of_version_1, text_of);
        if (quota && (!least || *quota < *least))
            least = quota;
    }
    return least;
}

Allocation allocation_of_process()
{
    int const affinity = usable_threads();
    return {.machine = std::max(static_cast<int>(::sysconf(_SC_NPROCESSORS_ONLN)), affinity),
            .affinity = affinity,
            .quota = quota_of_control_groups(text_of_file),
            .environment = environment_of_process};
}

std::string threads_in_words(ThreadCount const& threads)
{
    std::string text = how_many(static_cast<std::size_t>(threads.count), "thread");
    return threads.from.empty() ? text : fmt::format("{}, as {} says", text, threads.from);
}

} // namespace caremarket
