#pragma once

#include "scenarios/design.hpp"
#include "scenarios/read_toml.hpp"
#include "scenarios/reading.hpp"

#include <cstdint>
#include <optional>

namespace caremarket
{

/// What the section [design] of a sweep file says.
struct DesignSection
{
    Design design; ///< its factors know no rows of the catalogue yet
    std::optional<std::uint64_t> seed;
};

/// \param reading reads the table of a CSV design; what is wrong is appended to its problems
[[nodiscard]] DesignSection design_in(TomlTable const& section, FileAt const& file, Reading& reading);

} // namespace caremarket
