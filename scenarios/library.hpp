#pragma once

#include "scenarios/input_kind.hpp"
#include "scenarios/problem.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace caremarket
{

/// Folders in which scenario files are looked for by name: ROOT/places, ROOT/outlooks, ROOT/strategies,
/// ROOT/behaviours, ROOT/experiments and ROOT/sweeps, each with NAME.toml. The first root that has a name wins.
struct Library
{
    std::vector<std::filesystem::path> roots;
};

/// A scenario file: where it is, and how messages and results call it.
struct FileAt
{
    std::filesystem::path path; ///< to open it
    std::string shown;          ///< in a library "scenarios/strategies/x.toml", whatever stands above; else as given
};

/// Whether this is the path of a file rather than a name of the library: it ends in `.toml` or holds a `/`.
[[nodiscard]] bool is_path(std::string_view name_or_path);

/// Name under which a file appears that was given by its name or path: its own, without folder and ending.
[[nodiscard]] std::string name_of_file(std::string_view name_or_path);

/// Name of a file without folder and ending.
[[nodiscard]] std::string stem_of(FileAt const& file);

/// Names of all files of a kind, sorted, none twice.
[[nodiscard]] std::vector<std::string> names_in(Library const& library, InputKind kind);

/// The file with this name in the library, or at this path.
/// \param beside a path is relative to the folder of this file; empty: to the current folder
/// \return nothing if the library has no such name. That a path leads nowhere shows when it is read.
[[nodiscard]] std::optional<FileAt> find_file(Library const& library, InputKind kind, std::string_view name_or_path,
                                              FileAt const& beside = {});

/// The file of this name that stands in a root itself, not in one of its folders: "knockouts.toml".
[[nodiscard]] std::optional<FileAt> find_at_root(Library const& library, std::string_view file);

/// `there is no strategy "x"`, with the nearest known name; without position.
[[nodiscard]] Problem unknown_name(Library const& library, InputKind kind, std::string_view name);

/// The library as seen from a file: a file in DIR/experiments also finds what stands in DIR, and finds it first.
[[nodiscard]] Library library_around(Library library, FileAt const& file, InputKind kind);

} // namespace caremarket
