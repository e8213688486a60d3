#pragma once

#include "analysis/parts_plan.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// The folder of a sweep on the disk:
///
///     plan.json     what is to be run
///     parts/        what has been run, by the hash of what decides it: a plan that grows finds its parts again
///     running/      a file for every process at work, touched as it goes on
namespace caremarket
{

class SweepFolder
{
public:
    explicit SweepFolder(std::filesystem::path path) : path_(std::move(path)) {}

    [[nodiscard]] std::filesystem::path const& path() const { return path_; }
    [[nodiscard]] PartStore parts() const { return PartStore(path_ / "parts"); }
    [[nodiscard]] bool has_plan() const;
    /// \throws WrongUse when there is none, or one this program cannot go on with
    [[nodiscard]] Plan plan() const;
    /// The plan of a sweep that is there; nothing if there is none or it cannot be read.
    [[nodiscard]] std::optional<Plan> earlier_plan() const;
    /// Makes the folder if it is not there. Parts stay. \throws WrongUse when it holds something else: no sweep, or one of
    ///     another experiment or with other factors
    void put_plan(Plan const& plan) const;
    /// Removes what writers that are surely gone left of parts and plan. Another's that is alive is left alone.
    void remove_leftovers() const;

private:
    std::filesystem::path path_;
};

/// A process at work in the folder, as others see it.
struct ProcessAtWork
{
    std::string name;           ///< host and number
    std::string does;           ///< "shard 3 of 16"
    std::chrono::seconds ago{}; ///< since it was last heard of
};

/// Says to others that this process is at work, until it is gone. Failing to say so is no error.
class AtWork
{
public:
    AtWork(SweepFolder const& folder, std::string const& does);
    ~AtWork();
    AtWork(AtWork const&) = delete;
    AtWork& operator=(AtWork const&) = delete;

    /// Any thread may call it, and often.
    void go_on() const;

private:
    std::filesystem::path file_;
};

/// Those heard of within the last hour, by name. A process that was killed is among them till then.
[[nodiscard]] std::vector<ProcessAtWork> processes_at_work(SweepFolder const& folder);

} // namespace caremarket
