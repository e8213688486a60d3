#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <mutex>
#include <optional>
#include <string>

namespace caremarket
{

/// What somebody who waits wants to know.
struct ProgressFigures
{
    std::size_t done = 0;                    ///< runs, those found from an earlier time included
    std::size_t total = 0;                   ///< runs
    std::size_t done_before = 0;             ///< part of `done` that an earlier time did
    std::chrono::duration<double> elapsed{}; ///< since this time began
};

/// Runs a second of this time; nothing before the first is done.
[[nodiscard]] std::optional<double> rate_of(ProgressFigures const& figures);
/// What is left at that rate.
[[nodiscard]] std::optional<std::chrono::seconds> time_left(ProgressFigures const& figures);
/// "45 s", "12 min", "3 h 20 min".
[[nodiscard]] std::string duration_in_words(std::chrono::seconds duration);
/// "37 of 200 runs (18 %), 4.1 a second, about 40 s left". Never says 100 % before the last.
[[nodiscard]] std::string progress_sentence(ProgressFigures const& figures);
/// "[=======>            ] " of this many places between the brackets.
[[nodiscard]] std::string progress_bar(ProgressFigures const& figures, std::size_t places);

enum class ProgressStyle : std::uint8_t
{
    bar,   ///< one line painted again and again; for terminals
    plain, ///< a line now and then
    none
};

/// Tells on `out` how far the runs are. Any thread may add to it.
class Progress
{
public:
    Progress(ProgressStyle style, std::FILE* out, std::size_t total, std::size_t done_before);
    /// Ends the painted line, so that what follows begins on a line of its own.
    ~Progress();
    Progress(Progress const&) = delete;
    Progress& operator=(Progress const&) = delete;

    void add(std::size_t runs);

private:
    using Clock = std::chrono::steady_clock;
    void show();

    ProgressStyle style_;
    std::FILE* out_;
    std::mutex mutex_;
    ProgressFigures figures_;
    Clock::time_point begun_ = Clock::now(), shown_ = begun_;
};

/// A bar if this is a terminal that can go back in its line, else plain lines.
[[nodiscard]] ProgressStyle fitting_style(std::FILE* out);

} // namespace caremarket
