#include "model/management/remedies.hpp"

#include "model/firms/hand_back.hpp"
#include "model/maths.hpp"
#include "model/provider_costs.hpp"
#include "model/rules/remedy.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

/// What it loses by the contract if looks go on failing [GBP]: what is withheld, empty places no longer paid for, and in
/// the end what the contract brings.
double at_stake(Market const& market, Inputs const& inputs, ContractId contract, double weeks)
{
    auto const c = static_cast<std::size_t>(contract);
    Contracts const& contracts = market.contracts;
    ManagementClause const& clause = contracts.terms[c].management;
    int const rung = static_cast<int>(contracts.oversight[c].rung);
    auto const weeks_after = [&](int looks) { return std::max(0.0, weeks - std::max(0, looks) * clause.cure); };
    double const used = units(contracts.used[c]);
    double const unused = std::max(0.0, units(contracts.guaranteed[c]) - used);
    double const paid = market.tables.paid[contracts.service[c]];
    double const a_week =
        contracts.price[c] * (clause.sanction * used * paid + (clause.suspends ? unused : clause.sanction * unused));
    double stake = a_week * weeks_after(looks_until_consequences(clause.style) - rung);
    if (clause.decommissions)
    {
        int const looks_left = static_cast<int>(Rung::exception) + 1 - rung;
        stake += std::max(0.0, contribution_of(market, inputs, contract)) * weeks_after(looks_left);
    }
    return stake;
}

} // namespace

void cure_as_provider(Market& market, Inputs const& inputs, Week const& week, ContractId contract)
{
    auto const c = static_cast<std::size_t>(contract);
    Contracts const& contracts = market.contracts;
    Providers& all = market.providers;
    auto const p = static_cast<std::size_t>(contracts.provider[c]);
    BehaviourAll const& b = inputs.behaviour.all;
    BehaviourService const& service = inputs.behaviour.of[contracts.service[c]];
    ManagementClause const& clause = contracts.terms[c].management;
    double const weeks =
        std::min(static_cast<double>(contracts.ends[c] - week.number), b.planning_years * Clock::weeks_in_a_year);
    double const stake = at_stake(market, inputs, contract, weeks);
    int const looks =
        std::max(1, looks_until_consequences(clause.style) + 1 - static_cast<int>(contracts.oversight[c].rung));
    RemedySought const sought{
        .quality = all.quality[p] + (clause.is_announced ? b.best_face : 0.0),
        .standard = clause.standard,
        .noise = b.visit_noise,
        .gain = quality_gained_by_pay(service.quality_pay, service.quality_turnover,
                                      service.quit_rate * service.quit_pay_elasticity, service.quality_return,
                                      static_cast<double>(looks * clause.cure) / Clock::weeks_in_a_year),
        .pay_bill = all.staff[p] * paid_hour_cost(market, inputs.behaviour, contracts.provider[c]),
        .weeks_of_pay = weeks,
        .at_stake = stake,
        .most = b.largest_remedy};
    double const rise = pay_rise_to_cure(sought);
    if (rise <= 0.0)
        return;
    double const factor = maths::exp(rise);
    market.counts[0].areas[market.area(contracts.service[c], contracts.locality[c])].remedies +=
        (factor - 1.0) * sought.pay_bill;
    all.wage[p] *= factor;
    market.notebook.note({week.number, week.days, DecisionKind::pay_raised, Reason::cured, all.key[p], contracts.key[c],
                          factor - 1.0, stake});
}

} // namespace caremarket
