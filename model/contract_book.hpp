#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"
#include "model/rules/uplift.hpp"

namespace caremarket
{

/// The uplift clause of contracts put out to be let on a day.
[[nodiscard]] UpliftClause clause_on(StrategyService const& levers, Date day);

/// What the council decides on a day about prices nobody has signed a clause for: placements outside contracts, the
/// usual rate, the prices it posts. None moves under a freeze.
[[nodiscard]] UpliftClause placement_clause_on(StrategyService const& levers, Date day);

/// What moved on the last 1 April.
[[nodiscard]] YearOfCosts last_april(World const& world);

/// What a contract of a kind says that is put out to be let on a day. Nobody comes under a framework and its price does
/// not slide, for what it promises is nothing, or a part of what is called off it.
[[nodiscard]] Terms terms_on(StrategyService const& levers, Channel kind, Date day);

/// Takes a contract out of the book. Its term over or its provider gone, its people stay where they are, bought on the
/// spot at the contract's last price; handed back or decommissioned, they look for other places, first in line.
void end_contract(Market& market, Week const& week, ContractId contract, Reason reason);

/// How the council answerable for a locality buys a service.
[[nodiscard]] StrategyService const& levers_in(Market const& market, Inputs const& inputs, Service service,
                                               LocalityId locality);

/// What is known of how much of a service is needed by those who buy it together.
struct NeedSeen
{
    double volume = 0; ///< of people in care or waiting, lately [units/week]
    double starts = 0; ///< lasting volume that begins, lately [units/week per week]
};
/// Of the people whom a lot serves: councils', and the NHS's where it joins.
[[nodiscard]] NeedSeen need_of(Market const& market, Service service, Lot const& lot);

/// Volume guaranteed under contracts of a kind beyond a week, what is being built for them included, as far as it was let
/// for localities of a lot [units/week].
[[nodiscard]] double volume_in_force_at(Market const& market, Channel kind, Service service, Lot const& lot,
                                        std::int32_t week);

/// The same of those that have begun by then.
[[nodiscard]] double volume_running_at(Market const& market, Channel kind, Service service, Lot const& lot,
                                       std::int32_t week);
/// Volume guaranteed under contracts of any kind beyond a week [units/week].
[[nodiscard]] double guaranteed_at(Market const& market, Service service, Lot const& lot, std::int32_t week);

/// Contracts of a kind that go on beyond a week and serve somebody whom the lot serves.
[[nodiscard]] std::int32_t contracts_in_force_at(Market const& market, Channel kind, Service service, Lot const& lot,
                                                 std::int32_t week);

} // namespace caremarket
