#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"
#include "model/rules/sanctions.hpp"

/// What follows from what a council sees of a service.
namespace caremarket
{

/// After a visit: wanting, the contract goes up a rung and its provider has time to cure it, or loses it if the last rung
/// has not helped either and the contract says so; as agreed, all is forgotten.
void act_on_finding(Market& market, Inputs const& inputs, Week const& week, ContractId contract,
                    Finding const& finding);

/// After a provider's own report: wanting, the first query. On a rung only a visit tells.
void act_on_report(Market& market, Inputs const& inputs, Week const& week, ContractId contract, Finding const& finding);

} // namespace caremarket
