#pragma once

#include "runners/sweep_folder.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace caremarket
{

/// A run that failed.
struct FailedRun
{
    std::size_t sample = 0, replicate = 0;
    std::string outlook, strategy, why;
};

/// How far a sweep is.
struct SweepStatus
{
    std::size_t runs = 0, done = 0, missing = 0;
    std::size_t to_run = 0; ///< missing ones that samples share counted once: what there is to do
    std::vector<FailedRun> failed;
    std::vector<std::string> damaged;     ///< a sentence for each part that is; its runs are among the missing
    std::vector<ProcessAtWork> processes; ///< that are at work, or were killed lately
    std::size_t parts_lately = 0;         ///< that came in the last ten minutes
    std::optional<double> runs_a_second;  ///< in that time; nothing if fewer than two parts came: one has no distance
    [[nodiscard]] std::optional<std::chrono::seconds> time_left() const;
};

/// Reads every part there is.
[[nodiscard]] SweepStatus status_of(SweepFolder const& folder, Plan const& plan);

/// For people.
[[nodiscard]] std::string status_text(SweepStatus const& status);

inline constexpr std::string_view sweep_status_schema = "caremarket.sweep-status/1";
/// For programs: runs, done, failed (a list), missing, damaged, processes, runs_a_second, seconds_left; unknown is null.
[[nodiscard]] nlohmann::ordered_json status_json(SweepStatus const& status);

} // namespace caremarket
