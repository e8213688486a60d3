#pragma once

#include "model/inputs/inputs.hpp"

namespace caremarket
{

/// People of an age band in a locality on a day: interpolated between the place's dates, held before the first, and
/// growing as the outlook says after the last.
[[nodiscard]] double people_on(LocalityInput const& locality, AgeBand band, Outlook const& outlook, Date day);

} // namespace caremarket
