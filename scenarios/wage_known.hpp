#pragma once

#include "scenarios/resolved_inputs.hpp"

namespace caremarket
{

/// A strategy whose contracts ask for the real living wage needs an outlook that knows it: a problem for each service in
/// which they do, where the lever is set.
void check_wage_known(ResolvedInputs const& outlook, ResolvedInputs const& strategy, Problems& problems);

} // namespace caremarket
