#include "model/phases/contract_management.hpp"

#include "model/management/ladder.hpp"
#include "model/management/monitoring.hpp"

#include <vector>

namespace caremarket
{

void manage_contracts(Market& market, Inputs const& inputs, Week const& week)
{
    if (!week.opens_month)
        return;
    std::vector<ContractId> const watched = contracts_watched(market, inputs, week);
    for (ContractId const contract : contracts_to_visit(market, inputs, week, watched))
        if (auto const finding = visit(market, inputs, week, contract))
            act_on_finding(market, inputs, week, contract, *finding);
    if (!week.opens_quarter)
        return;
    for (ContractId const contract : watched)
        if (auto const finding = read_report(market, inputs, week, contract))
            act_on_report(market, inputs, week, contract, *finding);
}

} // namespace caremarket
