#pragma once

#include "scenarios/input_kind.hpp"
#include "scenarios/reading.hpp"
#include "scenarios/resolved_inputs.hpp"

#include <optional>
#include <string>

namespace caremarket
{

/// Reads an outlook, strategy, behaviour or place with all it extends, down to the catalogue's defaults, and checks it.
/// \pre kind is not experiment
/// \return nothing if there are problems; they are in `reading`
[[nodiscard]] std::optional<ResolvedInputs> resolve_file(Reading& reading, InputKind kind, FileAt const& file);

/// The same for a text that is already there.
[[nodiscard]] std::optional<ResolvedInputs> resolve_text(Reading& reading, InputKind kind, FileAt const& file,
                                                         std::string_view text);

/// Name of the file that a strategy, outlook or behaviour extends; empty if none.
[[nodiscard]] std::string parent_of(Reading& reading, FileAt const& file);

} // namespace caremarket
