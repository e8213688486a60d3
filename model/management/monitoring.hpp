#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"
#include "model/rules/sanctions.hpp"

#include <optional>
#include <vector>

/// How a council learns what care it is given.
namespace caremarket
{

/// Contracts in force whose council visits or has providers report, or that stand on a rung; in order of key. Where notice
/// has been given nobody looks any more.
[[nodiscard]] std::vector<ContractId> contracts_watched(Market const& market, Inputs const& inputs, Week const& week);

/// Of them, those at which a visit is due this month: a cure is over, or the threshold of visits planned has been lived
/// through. By risk the same number of visits goes to where there is reason to.
[[nodiscard]] std::vector<ContractId> contracts_to_visit(Market& market, Inputs const& inputs, Week const& week,
                                                         std::vector<ContractId> const& watched);

/// Officers go and see, if they have time, and publish what they saw if the strategy says so.
/// \returns nothing where they have none: the visit stays due
[[nodiscard]] std::optional<Finding> visit(Market& market, Inputs const& inputs, Week const& week, ContractId contract);

/// What a provider says of itself this quarter, if the council has providers report and officers have time to read it. It
/// praises itself the less, the likelier somebody comes unannounced within a year.
[[nodiscard]] std::optional<Finding> read_report(Market& market, Inputs const& inputs, Week const& week,
                                                 ContractId contract);

/// What posts and staff are held against.
[[nodiscard]] UsualStaffing usual_staffing(Inputs const& inputs, Service service);

} // namespace caremarket
