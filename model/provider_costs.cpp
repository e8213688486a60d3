#include "model/provider_costs.hpp"

#include "model/rules/uplift.hpp"

#include <algorithm>
#include <cmath>

namespace caremarket
{

double paid_hour_cost(Market const& market, Behaviour const& behaviour, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    BehaviourService const& b = behaviour.of[market.providers.service[p]];
    return market.providers.pay(p) * (1.0 + b.on_cost + market.world.employer_on_cost);
}

double hour_cost(Market const& market, Behaviour const& behaviour, ProviderId provider)
{
    double const turnover = market.providers.turnover[static_cast<std::size_t>(provider)];
    double const agency = market.providers.agency_share[static_cast<std::size_t>(provider)];
    double const premium = behaviour.of[market.providers.service[static_cast<std::size_t>(provider)]].agency_premium;
    return paid_hour_cost(market, behaviour, provider) *
           (1.0 + turnover / mean_weeks_in_a_year * behaviour.all.leaver_cost + agency * premium);
}

double hours_per_unit(Market const& market, Behaviour const& behaviour, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    // Who is absent is paid, and somebody else is there.
    return behaviour.of[market.providers.service[p]].staff_hours * (1.0 + market.providers.travel[p]) /
           (1.0 - market.world.staff_absence);
}

double running_cost(Market const& market, Behaviour const& behaviour, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    BehaviourService const& b = behaviour.of[market.providers.service[p]];
    double const mileage = b.travel_share > 0.0 ? b.travel_cost * market.providers.travel[p] / b.travel_share : 0.0;
    return (b.supplies + mileage) * market.world.price_level * market.world.running_costs;
}

double variable_cost(Market const& market, Behaviour const& behaviour, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    Service const service = market.providers.service[p];
    double const staff = hours_per_unit(market, behaviour, provider) * hour_cost(market, behaviour, provider);
    double const nurses = behaviour.of[service].nurse_cost * market.world.outside_wage_level;
    double const cost = market.providers.efficiency[p] * (staff + nurses + running_cost(market, behaviour, provider));
    double const nhs = service == Service::nursing ? market.world.funded_nursing_care : 0.0;
    // A home whose nursing costs less than the NHS gives for it still sells no place for nothing.
    return std::max(behaviour.of[service].least_variable_cost * cost,
                    cost * market.tables.delivered[service] / market.tables.paid[service] - nhs);
}

GuaranteedHoursChoice hours_choice_of(Market const& market, Inputs const& inputs, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers const& all = market.providers;
    BehaviourService const& b = inputs.behaviour.of[all.service[p]];
    double const person = market.tables.usual_need[all.service[p]];
    double const hours = all.efficiency[p] * hours_per_unit(market, inputs.behaviour, provider);
    double const volume = expected_units(market, provider);
    double const open = std::max(0.0, volume - units(all.guaranteed[p])); // nobody pays when it is not used
    return {.employed = all.staff[p],
            .hours = hours * volume,
            .spread = hours * std::sqrt(open * person),
            .hour_cost = paid_hour_cost(market, inputs.behaviour, provider),
            .quit_rate = b.quit_rate,
            .usual = b.guaranteed_hours,
            .effect = inputs.behaviour.all.guaranteed_hours_effect,
            .leaver_cost = inputs.behaviour.all.leaver_cost};
}

double cost_of_conditions(Market const& market, Inputs const& inputs, ProviderId provider, PayConditions const& pay,
                          double units_used)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers const& all = market.providers;
    BehaviourService const& b = inputs.behaviour.of[all.service[p]];
    double const lift = pay_under(pay, all.wage[p], market.world.real_living_wage) - all.pay(p);
    double const delivered = market.tables.delivered[all.service[p]] / market.tables.paid[all.service[p]];
    double cost = lift * (1.0 + b.on_cost + market.world.employer_on_cost) * all.efficiency[p] *
                  hours_per_unit(market, inputs.behaviour, provider) * delivered;
    if (pay.guaranteed_hours > 0.0 && units_used > 0.0)
    {
        GuaranteedHoursChoice const choice = hours_choice_of(market, inputs, provider);
        double const part = std::min(1.0, units_used / expected_units(market, provider));
        double const floor = std::max(all.guaranteed_hours[p], part * pay.guaranteed_hours);
        cost += (idle_cost(choice, floor) - idle_cost(choice, all.guaranteed_hours[p])) / units_used;
    }
    return cost;
}

double overhead_for(BehaviourService const& behaviour, double size)
{
    return behaviour.overhead * maths::pow(std::max(size, 1.0) / behaviour.usual_size, behaviour.overhead_elasticity);
}

double capital_charge_for(Market const& market, BehaviourService const& behaviour, double size)
{
    return behaviour.capital_charge * size * market.world.price_level * market.world.capital_cost_level;
}

FixedCost fixed_cost(Market const& market, Behaviour const& behaviour, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    BehaviourService const& b = behaviour.of[market.providers.service[p]];
    double const office = 1.0 - market.providers.office_shared[p];
    return {.overhead = office * market.providers.overhead[p] * market.world.outside_wage_level,
            .capital = capital_charge_for(market, b, market.providers.size[p]),
            .idle = market.providers.idle_cost[p]};
}

double fixed_cost_as_paid(Market const& market, Behaviour const& behaviour, ProviderId provider)
{
    Service const service = market.providers.service[static_cast<std::size_t>(provider)];
    return fixed_cost(market, behaviour, provider).total() / market.tables.paid[service];
}

double office_shared_by(Market const& market, Behaviour const& behaviour, ProviderId provider, double volume)
{
    auto const p = static_cast<std::size_t>(provider);
    double const under_it = std::min(1.0, volume / expected_units(market, provider));
    double const further =
        std::max(0.0, behaviour.all.merged_office_saving * under_it - market.providers.office_shared[p]);
    return further * market.providers.overhead[p] * market.world.outside_wage_level /
           market.tables.paid[market.providers.service[p]];
}

double debt_of(Market const& market, Behaviour const& behaviour, ProviderId provider)
{
    bool const is_grouped = market.providers.group[static_cast<std::size_t>(provider)] != no_group;
    return is_grouped ? behaviour.all.debt_of_groups : behaviour.all.debt_of_others;
}

double required_surplus(Market const& market, Behaviour const& behaviour, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    bool const is_firm = market.providers.sector[p] == Sector::independent;
    return is_firm ? behaviour.of[market.providers.service[p]].required_surplus : 0.0;
}

double expected_units(Market const& market, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers const& all = market.providers;
    double const lately = all.occupancy[p] * units(all.capacity[p]);
    return std::max({lately, market.tables.least_volume * all.size[p], 1.0});
}

double full_unit_cost(Market const& market, Behaviour const& behaviour, ProviderId provider)
{
    return variable_cost(market, behaviour, provider) +
           fixed_cost_as_paid(market, behaviour, provider) / expected_units(market, provider);
}

double cost_in_books(Market const& market, Behaviour const& behaviour, ProviderId provider)
{
    return full_unit_cost(market, behaviour, provider) * (1.0 + required_surplus(market, behaviour, provider));
}

double wage_share(Market const& market, Behaviour const& behaviour, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    double const care = hours_per_unit(market, behaviour, provider) * hour_cost(market, behaviour, provider);
    double const nurses = behaviour.of[market.providers.service[p]].nurse_cost * market.world.outside_wage_level;
    double const staff = market.providers.efficiency[p] * (care + nurses) +
                         fixed_cost(market, behaviour, provider).overhead / expected_units(market, provider);
    return std::min(1.0, staff / full_unit_cost(market, behaviour, provider));
}

double own_cost_growth(Market const& market, Behaviour const& behaviour, ProviderId provider)
{
    return cost_growth(wage_share(market, behaviour, provider), market.world.wage_floor_growth, market.world.inflation);
}

double mean_stay(Market const& market, Service service)
{
    return market.tables.permanent_stay[service];
}

FirmAccounts accounts_of(Market const& market, Inputs const& inputs, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    Service const service = market.providers.service[p];
    BehaviourService const& b = inputs.behaviour.of[service];
    FixedCost const fixed = fixed_cost(market, inputs.behaviour, provider);
    double const weekly = market.providers.weekly_cost[p];
    return {.variable_cost = variable_cost(market, inputs.behaviour, provider),
            .fixed_cost = fixed_cost_as_paid(market, inputs.behaviour, provider),
            .cash = market.cash(provider) + b.overdraft * weekly,
            .loss_on_failure = b.loss_on_failure * fixed.total(),
            .required_surplus = required_surplus(market, inputs.behaviour, provider),
            .risk_aversion = inputs.behaviour.all.risk_aversion,
            .person = inputs.place.of[service].units_per_person,
            .stay = mean_stay(market, service)};
}

} // namespace caremarket
