#pragma once

namespace caremarket
{

/// `caremarket --version`: what this program is and was built from.
struct VersionRequest
{
    bool is_json = false;
};

/// \return the exit code
[[nodiscard]] int version(VersionRequest const& request);

} // namespace caremarket
