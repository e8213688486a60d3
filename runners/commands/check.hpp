#pragma once

#include <string>
#include <vector>

namespace caremarket
{

/// `caremarket check`: whether scenario files are sound, and what those that extend another change.
struct CheckRequest
{
    std::vector<std::string> files; ///< paths, or names in the library
};

/// \return the exit code
[[nodiscard]] int check(CheckRequest const& request);

} // namespace caremarket
