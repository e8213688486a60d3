#pragma once

#include "model/catalogue/rows.hpp"

namespace caremarket
{

/// What each route of letting takes; the last of `behaviour_service_rows()`.
[[nodiscard]] std::span<ServiceRow<BehaviourService, double> const> behaviour_of_routes();

} // namespace caremarket
