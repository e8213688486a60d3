#include "runners/thread_allocation.hpp"

#include <catch2/catch.hpp>

#include <map>

using namespace caremarket;

namespace
{

using Texts = std::map<std::string, std::string>;

Environment with(Texts variables)
{
    return [variables = std::move(variables)](char const* name) -> std::optional<std::string>
    {
        auto const found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
}

std::optional<double> quota_in(Texts const& files)
{
    return quota_of_control_groups(
        [&files](std::string const& path) -> std::optional<std::string>
        {
            auto const found = files.find(path);
            return found == files.end() ? std::nullopt : std::optional(found->second);
        });
}

} // namespace

TEST_CASE("Where nobody limits it, a process has the machine, and nothing is said of it")
{
    ThreadCount const threads = threads_of({.machine = 8, .affinity = 8, .environment = with({})});
    CHECK(threads.count == 8);
    CHECK(threads_in_words(threads) == "8 threads");
    CHECK(threads_of({.machine = 8, .affinity = 8}).count == 8);
}

TEST_CASE("The smallest limit counts, and is named")
{
    Allocation allocation{.machine = 64, .affinity = 32, .environment = with({})};
    CHECK(threads_in_words(threads_of(allocation)) == "32 threads, as its affinity mask says");
    allocation.quota = 3.2;
    CHECK(threads_in_words(threads_of(allocation)) == "4 threads, as the processor quota of its control group says");
    allocation.environment = with({{"SLURM_CPUS_PER_TASK", "16"}, {"NSLOTS", "2"}});
    CHECK(threads_in_words(threads_of(allocation)) == "2 threads, as NSLOTS says");
    allocation.quota = 0.2;
    CHECK(threads_of(allocation).count == 1);
}

TEST_CASE("Each batch system is heard, and never raises what the machine has")
{
    for (char const* const variable : {"SLURM_CPUS_PER_TASK", "NCPUS", "NSLOTS"})
    {
        ThreadCount const few = threads_of({.machine = 8, .affinity = 8, .environment = with({{variable, "3"}})});
        CHECK(few.count == 3);
        CHECK(few.from == variable);
        ThreadCount const many = threads_of({.machine = 8, .affinity = 8, .environment = with({{variable, "99"}})});
        CHECK(many.count == 8);
        CHECK(many.from.empty());
    }
    for (char const* const nonsense : {"", "0", "-2", "many", "2 3"})
        CHECK(threads_of({.machine = 8, .affinity = 8, .environment = with({{"NCPUS", nonsense}})}).count == 8);
}

TEST_CASE("The quota is that of the tightest control group, of either version")
{
    CHECK_FALSE(quota_in({}));
    CHECK_FALSE(quota_in({{"/proc/self/cgroup", "0::/a\n"}, {"/sys/fs/cgroup/a/cpu.max", "max 100000\n"}}));
    CHECK(quota_in({{"/proc/self/cgroup", "0::/a/b\n"},
                    {"/sys/fs/cgroup/a/b/cpu.max", "400000 100000\n"},
                    {"/sys/fs/cgroup/a/cpu.max", "250000 100000\n"}}) == 2.5);
    CHECK(quota_in({{"/proc/self/cgroup", "0::/\n"}, {"/sys/fs/cgroup/cpu.max", "150000 100000\n"}}) == 1.5);
    Texts files{{"/proc/self/cgroup", "3:memory:/m\n2:cpu,cpuacct:/job\n0::/\n"},
                {"/sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_quota_us", "300000\n"},
                {"/sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_period_us", "100000\n"}};
    CHECK(quota_in(files) == 3.0);
    files["/sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_quota_us"] = "-1\n";
    CHECK_FALSE(quota_in(files));
    // In a container the group's own folder is mounted as the root.
    CHECK(quota_in({{"/proc/self/cgroup", "1:cpu:/host/only\n"},
                    {"/sys/fs/cgroup/cpu/cpu.cfs_quota_us", "200000"},
                    {"/sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000"}}) == 2.0);
}
