#pragma once

#include "scenarios/input_layer.hpp"
#include "scenarios/reading.hpp"

namespace caremarket
{

/// What a place's TOML file and its tables say: every value with its source, the name, commissioners and inherited
/// strategy, and the cells of the tables.
[[nodiscard]] InputLayer place_layer_of(Reading& reading, FileAt const& file, TomlTable const& toml);

/// Paths of texts in a place that no table of the catalogue describes.
inline constexpr std::string_view place_name_path = "place.name";
inline constexpr std::string_view place_inherited_path = "place.inherited";

} // namespace caremarket
