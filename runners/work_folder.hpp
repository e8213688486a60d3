#pragma once

#include "analysis/parts_plan.hpp"

#include <filesystem>
#include <optional>

namespace caremarket
{

/// OUTPUT.parts: what a results file under way has on the disk, its plan and the parts done so far. One process at a
/// time works in it.
class WorkFolder
{
public:
    /// Touches nothing yet.
    explicit WorkFolder(std::filesystem::path const& output);
    ~WorkFolder();
    WorkFolder(WorkFolder const&) = delete;
    WorkFolder& operator=(WorkFolder const&) = delete;

    [[nodiscard]] std::filesystem::path const& path() const { return path_; }
    [[nodiscard]] bool exists() const;
    /// Nothing if there is none, as when a run was killed before its plan was written.
    /// \throws WrongUse when it cannot be read
    [[nodiscard]] std::optional<Plan> stored_plan() const;

    /// Makes the folder if it is not there, and keeps other processes out until this object is gone.
    /// \throws WrongUse when the folder cannot be made, or another process works in it
    void open();
    /// Removes what processes that are surely gone were writing. \pre it is open
    void remove_leftovers() const;
    /// Removes plan and parts, and what killed processes left beside them. Other files stay. \pre it is open
    void clear();
    /// Removes the folder with all that is ours in it. \pre it is open
    void remove();

private:
    void remove_leftovers_of_output() const;

    std::filesystem::path output_, path_;
    int lock_ = -1; // descriptor of the folder
};

} // namespace caremarket
