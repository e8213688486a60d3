#pragma once

#include "scenarios/resolved_inputs.hpp"

namespace caremarket
{

/// Says of each dated path that begins only after the start. Before its first step a path holds its first value, so the
/// run would begin with a later year's figure without anybody having said so.
void check_begun_by(Date start, ResolvedInputs const& inputs, Problems& problems);

} // namespace caremarket
