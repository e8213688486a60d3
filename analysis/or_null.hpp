#pragma once

#include <nlohmann/json.hpp>

namespace caremarket
{

/// What there may be, as JSON: null where it is not there.
[[nodiscard]] nlohmann::ordered_json or_null(auto const& optional)
{
    return optional ? nlohmann::ordered_json(*optional) : nlohmann::ordered_json(nullptr);
}

} // namespace caremarket
