#include "model/management/monitoring.hpp"

#include "model/maths.hpp"
#include "model/procurement/officers.hpp"
#include "model/rules/rating.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

StrategyService const& levers_of(Market const& market, Inputs const& inputs, ContractId contract)
{
    auto const c = static_cast<std::size_t>(contract);
    return inputs.strategies[market.contracts.commissioner[c]].of[market.contracts.service[c]];
}

MonthCounts::Area& counts_of(Market& market, ContractId contract)
{
    auto const c = static_cast<std::size_t>(contract);
    return market.counts[0].areas[market.area(market.contracts.service[c], market.contracts.locality[c])];
}

/// How much oftener it is looked at than where there is no reason to.
double reason_to_look(Market const& market, Inputs const& inputs, Week const& week, ContractId contract)
{
    auto const c = static_cast<std::size_t>(contract);
    if (chosen<Monitoring>(levers_of(market, inputs, contract).monitoring, week.first) == Monitoring::uniform)
        return 1.0;
    auto const p = static_cast<std::size_t>(market.contracts.provider[c]);
    bool const is_poor = market.providers.known_as[p] < Rating::good;
    return is_poor || market.contracts.oversight[c].was_wanting ? inputs.behaviour.all.monitoring_risk : 1.0;
}

/// Mean over one council's contracts for one service.
double mean_reason(Market const& market, Inputs const& inputs, Week const& week, std::vector<ContractId> const& watched,
                   ContractId like)
{
    Contracts const& contracts = market.contracts;
    auto const one = static_cast<std::size_t>(like);
    double sum = 0.0;
    double count = 0.0;
    for (ContractId const contract : watched)
        if (auto const c = static_cast<std::size_t>(contract);
            contracts.commissioner[c] == contracts.commissioner[one] && contracts.service[c] == contracts.service[one])
        {
            sum += reason_to_look(market, inputs, week, contract);
            count += 1.0;
        }
    return sum / count;
}

/// Posts and staff as they are: nobody can make them look better for a day.
Finding staffing_of(Market const& market, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers const& all = market.providers;
    double const vacant = all.posts[p] > 0.0 ? std::max(0.0, 1.0 - all.staff[p] / all.posts[p]) : 0.0;
    return {.vacant = vacant, .turnover = all.turnover[p]};
}

void plan_next_visit(Market& market, ContractId contract)
{
    auto const c = static_cast<std::size_t>(contract);
    Oversight& oversight = market.contracts.oversight[c];
    oversight.is_watched = true;
    oversight.visit_left =
        static_cast<float>(market.draws.exponential(market.contracts.key[c], Purpose::visit, oversight.visits + 1, 0));
}

void publish(Market& market, BehaviourAll const& b, ProviderId provider, double seen)
{
    auto const p = static_cast<std::size_t>(provider);
    market.providers.known_as[p] = rating_for(seen, {b.inadequate_below, b.good_from, b.outstanding_from});
}

} // namespace

std::vector<ContractId> contracts_watched(Market const& market, Inputs const& inputs, Week const& week)
{
    Contracts const& contracts = market.contracts;
    std::vector<ContractId> watched;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (contracts.is_empty(contract) || !contracts.is_in_force[c] || contracts.is_handed_back[c])
            continue;
        StrategyService const& levers = levers_of(market, inputs, contract);
        if (levers.monitoring_visits.at(week.first) > 0.0 || levers.self_assessment.at(week.first) != 0.0 ||
            contracts.oversight[c].rung != Rung::none)
            watched.push_back(contract);
    }
    std::sort(watched.begin(), watched.end(),
              [&contracts](ContractId a, ContractId b)
              { return contracts.key[static_cast<std::size_t>(a)] < contracts.key[static_cast<std::size_t>(b)]; });
    return watched;
}

std::vector<ContractId> contracts_to_visit(Market& market, Inputs const& inputs, Week const& week,
                                           std::vector<ContractId> const& watched)
{
    std::vector<ContractId> due;
    for (ContractId const contract : watched)
    {
        Oversight& oversight = market.contracts.oversight[static_cast<std::size_t>(contract)];
        if (oversight.rung != Rung::none)
        {
            if (oversight.cure_ends <= week.number)
                due.push_back(contract);
            continue;
        }
        if (!oversight.is_watched)
            plan_next_visit(market, contract);
        double const visits = levers_of(market, inputs, contract).monitoring_visits.at(week.first);
        double const share =
            reason_to_look(market, inputs, week, contract) / mean_reason(market, inputs, week, watched, contract);
        oversight.visit_left -= static_cast<float>(visits * share / 12.0);
        if (oversight.visit_left <= 0.0F)
            due.push_back(contract);
    }
    return due;
}

std::optional<Finding> visit(Market& market, Inputs const& inputs, Week const& week, ContractId contract)
{
    auto const c = static_cast<std::size_t>(contract);
    Contracts& contracts = market.contracts;
    BehaviourAll const& b = inputs.behaviour.all;
    if (!take_officers(market.commissioners[contracts.commissioner[c]], b.visit_work))
        return std::nullopt;
    StrategyService const& levers = levers_of(market, inputs, contract);
    ProviderId const provider = contracts.provider[c];
    Oversight& oversight = contracts.oversight[c];
    ++oversight.visits;
    plan_next_visit(market, contract);
    double const luck = market.draws.normal(contracts.key[c], Purpose::visit, oversight.visits, 1);
    double const face = levers.unannounced_visits.at(week.first) != 0.0 ? 0.0 : b.best_face;
    Finding finding = staffing_of(market, provider);
    finding.quality = market.providers.quality[static_cast<std::size_t>(provider)] + face + b.visit_noise * luck;
    if (levers.publishes_results.at(week.first) != 0.0)
    {
        publish(market, b, provider, finding.quality);
        ++counts_of(market, contract).findings_published;
    }
    ++counts_of(market, contract).visits;
    return finding;
}

std::optional<Finding> read_report(Market& market, Inputs const& inputs, Week const& week, ContractId contract)
{
    auto const c = static_cast<std::size_t>(contract);
    Contracts const& contracts = market.contracts;
    BehaviourAll const& b = inputs.behaviour.all;
    StrategyService const& levers = levers_of(market, inputs, contract);
    if (levers.self_assessment.at(week.first) == 0.0 || contracts.is_handed_back[c] ||
        !take_officers(market.commissioners[contracts.commissioner[c]], b.report_work))
        return std::nullopt;
    double const unannounced =
        levers.unannounced_visits.at(week.first) != 0.0 ? levers.monitoring_visits.at(week.first) : 0.0;
    Finding finding = staffing_of(market, contracts.provider[c]);
    finding.quality = market.providers.quality[static_cast<std::size_t>(contracts.provider[c])] +
                      b.own_praise * maths::exp(-unannounced);
    return finding;
}

UsualStaffing usual_staffing(Inputs const& inputs, Service service)
{
    BehaviourService const& b = inputs.behaviour.of[service];
    return {b.vacancy_target, b.quit_rate};
}

} // namespace caremarket
