#pragma once

#include "scenarios/experiment.hpp"
#include "scenarios/input_kind.hpp"
#include "scenarios/read_toml.hpp"
#include "scenarios/sweep.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace caremarket
{

/// A scenario file of any kind, checked with all it names.
struct CheckedFile
{
    std::string file;                           ///< as messages call it
    std::optional<InputKind> kind;              ///< nothing: it cannot be told
    std::string parent;                         ///< name of the file it extends; empty if none
    std::vector<std::string> difference;        ///< against that file, in English
    std::optional<ResolvedInputs> inputs;       ///< of a sound place, outlook, strategy or behaviour
    std::optional<LoadedExperiment> experiment; ///< of a sound experiment
    std::vector<std::string> hints;             ///< of a sound file: what is hardly meant so, in English
    std::optional<Sweep> sweep;                 ///< of a sound sweep
    Problems problems;

    [[nodiscard]] bool is_sound() const { return problems.empty(); }
};

/// Reads and checks a file of any kind. The kind is that of the folder it stands in (`strategies/`, `outlooks/` …), or,
/// elsewhere, the one its keys belong to.
/// \param name_or_path a path; or a name that one file of the library has
[[nodiscard]] CheckedFile load_any(Library const& library, std::string_view name_or_path);

/// The kind of file that has these keys; nothing when they fit several or none.
[[nodiscard]] std::optional<InputKind> kind_by_keys(TomlTable const& toml);

} // namespace caremarket
