#pragma once

#include "scenarios/library.hpp"
#include "scenarios/reading.hpp"
#include "scenarios/resolved_inputs.hpp"
#include "scenarios/value_spec.hpp"

#include <set>
#include <string>

namespace caremarket
{

/// What one file says of an input, before what it extends and the defaults are laid under it.
struct InputLayer
{
    ResolvedInputs own;
    std::set<std::string, std::less<>> given; ///< paths of all values in the file, sound or not
    std::string extends;                      ///< empty: nothing
    Position extends_at;
};

/// Reads the values of the catalogue from a place's, outlook's, strategy's or behaviour's TOML and checks each.
/// \param other_keys keys besides these that the caller reads
[[nodiscard]] InputLayer layer_in(TomlTable const& toml, InputKind kind, FileAt const& file,
                                  std::span<std::string_view const> other_keys, Problems& problems);

} // namespace caremarket
