#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace caremarket
{

/// "; did you mean gross_spend?" when a known name is near what was written, else nothing.
[[nodiscard]] std::string suggestion(std::string_view written, std::span<std::string const> known);

/// Where one of the results' names stands among its like.
/// \param what "strategy", "outlook": for the message
/// \throws std::invalid_argument that names the nearest when there is none of this name
[[nodiscard]] std::size_t index_of_name(std::string_view what, std::string const& name,
                                        std::span<std::string const> names);

/// Where those asked for stand, in the order of the results, each once; none asked for: all.
/// \throws std::invalid_argument as above
[[nodiscard]] std::vector<std::size_t> indices_of_names(std::string_view what, std::span<std::string const> asked,
                                                        std::span<std::string const> names);

} // namespace caremarket
