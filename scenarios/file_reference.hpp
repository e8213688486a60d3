#pragma once

#include "scenarios/file_keys.hpp"
#include "scenarios/input_kind.hpp"
#include "scenarios/reading.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How one scenario file names others.
namespace caremarket
{

/// A name or path, and where it stands.
struct Reference
{
    std::string name_or_path; ///< empty: none was given, or no text, which has been said then
    Position at;
};

/// The one name under a key.
[[nodiscard]] Reference reference_in(FileKeys& keys, std::string_view key);

/// The list of names under a key, none twice; empty when there is no such key, or no sound list.
[[nodiscard]] std::vector<Reference> references_in(FileKeys& keys, std::string_view key);

/// The file that a reference means. Where there is none, that is said where the name stands, except of a reference that
/// is empty.
/// \param key path of the key that names it, for the message: "experiment.place"
[[nodiscard]] std::optional<FileAt> referenced_file(Reading& reading, InputKind kind, Reference const& reference,
                                                    FileAt const& named_in, std::string_view key);

} // namespace caremarket
