#include "model/management/ladder.hpp"

#include "model/management/monitoring.hpp"
#include "model/management/remedies.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

MonthCounts::Area& counts_of(Market& market, std::size_t c)
{
    return market.counts[0].areas[market.area(market.contracts.service[c], market.contracts.locality[c])];
}

/// Whether the service is as agreed; what was measured is counted.
bool judge(Market& market, Inputs const& inputs, Week const& week, std::size_t c, Finding const& finding, Reason how)
{
    ManagementClause const& clause = market.contracts.terms[c].management;
    UsualStaffing const usual = usual_staffing(inputs, market.contracts.service[c]);
    int const met = kpis_met(clause, finding, usual);
    MonthCounts::Area& counts = counts_of(market, c);
    counts.kpis_measured += kpi_count;
    counts.kpis_met += met;
    market.notebook.note({week.number, week.days, DecisionKind::service_looked_at, how, market.contracts.key[c],
                          market.providers.key[static_cast<std::size_t>(market.contracts.provider[c])], finding.quality,
                          static_cast<double>(met)});
    bool const is_well = is_as_agreed(clause, finding, usual);
    market.contracts.oversight[c].was_wanting = !is_well;
    return is_well;
}

/// What holds on a rung, from the day after the week's. The ledger says what part of the price is paid from then on, changed or
/// not.
void stand_on(Market& market, Week const& week, ContractId contract, Rung rung, Reason reason)
{
    auto const c = static_cast<std::size_t>(contract);
    Contracts& contracts = market.contracts;
    Oversight& oversight = contracts.oversight[c];
    ManagementClause const& clause = contracts.terms[c].management;
    oversight.rung = rung;
    bool const has = has_consequences(clause, rung);
    oversight.sanction = has ? clause.sanction : 0.0;
    oversight.is_suspended = has && clause.suspends;
    market.notebook.note({week.number, week.days, DecisionKind::outcome_judged, reason, contracts.key[c],
                          market.providers.key[static_cast<std::size_t>(contracts.provider[c])],
                          contracts.share_paid(contract), 0.0});
}

void decommission(Market& market, Inputs const& inputs, Week const& week, ContractId contract)
{
    auto const c = static_cast<std::size_t>(contract);
    Contracts& contracts = market.contracts;
    BehaviourAll const& b = inputs.behaviour.all;
    auto const p = static_cast<std::size_t>(contracts.provider[c]);
    std::int32_t const ends = week.number + static_cast<std::int32_t>(b.decommission_notice);
    contracts.oversight[c].is_decommissioned = true;
    contracts.is_handed_back[c] = 1;
    market.providers.barred_until[p] = ends + static_cast<std::int32_t>(b.barred_after);
    if (ends < contracts.ends[c])
    {
        contracts.ends[c] = ends;
        market.due.add({ends, EventKind::contract_ends, contracts.key[c], static_cast<std::uint32_t>(contract)});
    }
    ++counts_of(market, c).decommissioned;
    market.notebook.note({week.number, week.days, DecisionKind::notice_given, Reason::decommissioned,
                          market.providers.key[p], contracts.key[c], contracts.price[c],
                          units(contracts.guaranteed[c])});
}

Reason name_of_step(Rung rung)
{
    switch (rung)
    {
    case Rung::query: return Reason::query;
    case Rung::notice: return Reason::performance_notice;
    case Rung::exception: return Reason::exception_report;
    case Rung::none: return Reason::cured;
    }
    return Reason::none;
}

void go_up(Market& market, Inputs const& inputs, Week const& week, ContractId contract)
{
    auto const c = static_cast<std::size_t>(contract);
    Contracts& contracts = market.contracts;
    Rung const before = contracts.oversight[c].rung;
    Rung const rung = next_rung(before);
    stand_on(market, week, contract, rung, name_of_step(rung));
    if (before == Rung::exception && contracts.terms[c].management.decommissions)
    {
        decommission(market, inputs, week, contract);
        return;
    }
    contracts.oversight[c].cure_ends = week.number + std::max(1, contracts.terms[c].management.cure);
    MonthCounts::Area& counts = counts_of(market, c);
    counts.queries += rung == Rung::query;
    counts.performance_notices += rung == Rung::notice;
    counts.exception_reports += rung == Rung::exception;
    cure_as_provider(market, inputs, week, contract);
}

} // namespace

void act_on_finding(Market& market, Inputs const& inputs, Week const& week, ContractId contract, Finding const& finding)
{
    auto const c = static_cast<std::size_t>(contract);
    if (!judge(market, inputs, week, c, finding, Reason::visited))
        go_up(market, inputs, week, contract);
    else if (market.contracts.oversight[c].rung != Rung::none)
        stand_on(market, week, contract, Rung::none, Reason::cured);
}

void act_on_report(Market& market, Inputs const& inputs, Week const& week, ContractId contract, Finding const& finding)
{
    auto const c = static_cast<std::size_t>(contract);
    bool const is_well = judge(market, inputs, week, c, finding, Reason::reported);
    if (!is_well && market.contracts.oversight[c].rung == Rung::none)
        go_up(market, inputs, week, contract);
}

} // namespace caremarket
