#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

/// Files that a writer was at when it was killed. Their names say who wrote them: "NAME.tmp-MACHINE.PROCESS-ATTEMPT".
namespace caremarket
{

/// The machine that this process numbers its processes on: host, start of the system and space of process numbers, as 12
/// hexadecimal digits, so that containers and machines of one name are not taken for each other.
[[nodiscard]] std::string name_of_machine();

/// ".tmp-MACHINE.PROCESS-" of this process: an attempt's number is to follow.
[[nodiscard]] std::string temporary_suffix();

/// Who else may be writing, as this process can tell.
struct OtherWriters
{
    std::string machine = name_of_machine();
    std::function<bool(int process)> is_alive; ///< on this machine
};

/// Writers as the system tells them.
[[nodiscard]] OtherWriters other_writers();

/// A writer elsewhere that has been silent for as long is taken to be gone.
inline constexpr std::chrono::hours surely_gone_after{24};

/// Whether a file is what a writer left that is surely gone: one of this machine whose process is no more, or one of
/// another that nobody has written to for surely_gone_after. \param silent since it was last written to
[[nodiscard]] bool is_left_over(std::string_view name, std::chrono::seconds silent, OtherWriters const& writers);

/// Removes what is left over of files of the folder whose names, before ".tmp-", satisfy the predicate. That some cannot
/// be removed is no error. \return how many were
std::size_t remove_leftovers(std::filesystem::path const& folder,
                             std::function<bool(std::string_view name)> const& is_of_interest,
                             OtherWriters const& writers = other_writers());

} // namespace caremarket
