#pragma once

namespace caremarket
{

/// Chance that a person refuses an offered place: higher far away, lower the longer they wait [share].
/// \param nearby     at once and at home [share]
/// \param per_minute [share/min]
/// \param patience   weeks in which it falls to 37 %
/// No rate of refusal was found in the evidence: every figure here is an assumption.
[[nodiscard]] double chance_of_refusal(double nearby, double per_minute, double minutes, double weeks_waited,
                                       double patience);

} // namespace caremarket
