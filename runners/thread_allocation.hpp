#pragma once

#include "runners/shard.hpp"

#include <functional>
#include <optional>
#include <string>

namespace caremarket
{

/// What decides how many threads a process should use.
struct Allocation
{
    int machine = 1;                  ///< hardware threads of the machine
    int affinity = 1;                 ///< of them, those that this process may use
    std::optional<double> quota = {}; ///< processors that its control group grants; nothing: as many as there are
    Environment environment = {};     ///< in which batch systems say what they granted
};

/// How many threads, and what said so.
struct ThreadCount
{
    int count = 1;
    std::string from = {}; ///< "SLURM_CPUS_PER_TASK"; empty: the machine has no more
};

/// The smallest of: hardware threads, those of the affinity mask, the quota rounded up, and what Slurm
/// (SLURM_CPUS_PER_TASK), PBS (NCPUS) or Grid Engine (NSLOTS) grants a task. What is no number above 0 says nothing.
[[nodiscard]] ThreadCount threads_of(Allocation const& allocation);

/// The text of a file; nothing if it cannot be read.
using TextOfFile = std::function<std::optional<std::string>(std::string const& path)>;

/// Processors granted by the tightest of the control groups that this process is in, of version 2 (cpu.max) or 1
/// (cpu.cfs_quota_us); nothing if none sets a limit.
[[nodiscard]] std::optional<double> quota_of_control_groups(TextOfFile const& text_of);

/// Of this process, as the system tells it.
[[nodiscard]] Allocation allocation_of_process();

/// "2 threads", "2 threads, as SLURM_CPUS_PER_TASK says".
[[nodiscard]] std::string threads_in_words(ThreadCount const& threads);

} // namespace caremarket
