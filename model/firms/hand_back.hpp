#pragma once

#include "model/clock.hpp"
#include "model/firms/council_care.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

#include <vector>

namespace caremarket
{

/// Providers give back work that costs them more than it brings, or that they have no staff for, after as many months
/// as they bear it and with as much notice as contracts ask for. Homes do not send away people one by one.
/// \param packages by provider, as of today
void hand_back_work(Market& market, Inputs const& inputs, Week const& week, std::vector<Packages> const& packages);

/// Its provider gives notice of a contract, as agreed in it or else as is usual; not where it would end sooner anyway.
void give_notice(Market& market, Inputs const& inputs, Week const& week, ContractId contract, Reason reason);

/// What a contract brings its provider beyond what giving it up would save [GBP/week].
[[nodiscard]] double contribution_of(Market const& market, Inputs const& inputs, ContractId contract);

} // namespace caremarket
