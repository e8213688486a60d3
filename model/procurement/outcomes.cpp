#include "model/procurement/outcomes.hpp"

namespace caremarket
{

void judge_outcomes(Market& market, Inputs const& inputs, Week const& week)
{
    Contracts& contracts = market.contracts;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        OutcomeClause const& clause = contracts.terms[c].outcome;
        bool const is_judged = contracts.is_in_force[c] != 0 && contracts.begins[c] < week.number;
        if (contracts.is_empty(contract) || !is_judged || clause.share <= 0.0)
            continue;
        auto const provider = static_cast<std::size_t>(contracts.provider[c]);
        double const luck =
            market.draws.normal(contracts.key[c], Purpose::outcome, static_cast<std::uint32_t>(week.number));
        bool const is_reached =
            is_outcome_reached(clause, market.providers.quality[provider], inputs.behaviour.all.outcome_noise, luck);
        contracts.withheld[c] = is_reached ? 0.0 : clause.share;
        market.notebook.note({week.number, 0, DecisionKind::outcome_judged, Reason::none, contracts.key[c],
                              market.providers.key[provider], contracts.share_paid(contract), 0.0});
    }
}

} // namespace caremarket
