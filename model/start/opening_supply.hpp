#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Synthesises providers from the place's totals, and shares homes out among groups.
void open_providers(Market& market, Inputs const& inputs);

/// Providers in order of key sign for the council people they have, until the inherited block share is reached.
void sign_inherited_contracts(Market& market, Inputs const& inputs, Week const& week);

/// Job seekers, and the inflow that replaces who leaves care for good, at the turnover of the start.
void gather_job_seekers(Market& market, Inputs const& inputs);

} // namespace caremarket
