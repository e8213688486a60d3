#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"
#include "model/rules/uplift.hpp"

namespace caremarket
{

/// The uplift clause of new prices and contracts on a day.
[[nodiscard]] UpliftClause clause_on(StrategyService const& levers, Date day);

/// Takes a contract out of the book, its term over or its provider gone. Its people stay where they are, bought
/// on the spot at the contract's last price.
void end_contract(Market& market, Week const& week, ContractId contract, Reason reason);

} // namespace caremarket
