#pragma once

#include "scenarios/reference.hpp"

namespace caremarket
{

/// `caremarket list`: what the library and the catalogue hold.
struct ListRequest
{
    Listing what{};
    bool is_json = false;
};

/// \return the exit code
[[nodiscard]] int list(ListRequest const& request);

} // namespace caremarket
