#include "model/phases/contract_management.hpp"

#include "model/alliance/integrator.hpp"
#include "model/management/ladder.hpp"
#include "model/management/monitoring.hpp"

#include <algorithm>
#include <vector>

namespace caremarket
{

void manage_contracts(Market& market, Inputs const& inputs, Week const& week)
{
    if (!week.opens_month)
        return;
    integrate_alliances(market, inputs, week);
    std::vector<ContractId> const watched = contracts_watched(market, inputs, week);
    std::vector<ContractId> const due = contracts_to_visit(market, inputs, week, watched);
    for (ContractId const contract : due)
        if (auto const finding = visit(market, inputs, week, contract))
            act_on_finding(market, inputs, week, contract, *finding);
    if (!week.opens_quarter)
        return;
    // Where officers have just been, or are to go, nobody needs to be told.
    auto const is_due = [&due](ContractId contract)
    { return std::find(due.begin(), due.end(), contract) != due.end(); };
    for (ContractId const contract : watched)
        if (is_due(contract))
            continue;
        else if (auto const finding = read_report(market, inputs, week, contract))
            act_on_report(market, inputs, week, contract, *finding);
}

} // namespace caremarket
