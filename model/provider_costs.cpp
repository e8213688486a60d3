#include "model/provider_costs.hpp"

#include <algorithm>

namespace caremarket
{

double hour_cost(Market const& market, Behaviour const& behaviour, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    BehaviourService const& b = behaviour.of[market.providers.service[p]];
    return market.providers.wage[p] * (1.0 + b.on_cost + market.world.employer_on_cost);
}

double hours_per_unit(BehaviourService const& behaviour)
{
    return behaviour.staff_hours * (1.0 + behaviour.travel_share);
}

double variable_cost(Market const& market, Behaviour const& behaviour, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    BehaviourService const& b = behaviour.of[market.providers.service[p]];
    double const staff = hours_per_unit(b) * hour_cost(market, behaviour, provider);
    double const supplies = (b.supplies + b.travel_cost) * market.world.price_level;
    return market.providers.efficiency[p] * (staff + supplies);
}

double overhead_for(BehaviourService const& behaviour, double size)
{
    return behaviour.overhead * maths::pow(std::max(size, 1.0) / behaviour.usual_size, behaviour.overhead_elasticity);
}

FixedCost fixed_cost(Market const& market, Behaviour const& behaviour, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    BehaviourService const& b = behaviour.of[market.providers.service[p]];
    return {.overhead = market.providers.overhead[p] * market.world.outside_wage_level,
            .capital = b.capital_charge * market.providers.size[p] * market.world.price_level};
}

double expected_units(Market const& market, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers const& all = market.providers;
    double const lately = all.occupancy[p] * units(all.capacity[p]);
    return std::max({lately, 0.5 * all.size[p], 1.0});
}

double full_unit_cost(Market const& market, Behaviour const& behaviour, ProviderId provider)
{
    return variable_cost(market, behaviour, provider) +
           fixed_cost(market, behaviour, provider).total() / expected_units(market, provider);
}

double wage_share(Market const& market, Behaviour const& behaviour, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    BehaviourService const& b = behaviour.of[market.providers.service[p]];
    double const staff = market.providers.efficiency[p] * hours_per_unit(b) * hour_cost(market, behaviour, provider) +
                         fixed_cost(market, behaviour, provider).overhead / expected_units(market, provider);
    return staff / full_unit_cost(market, behaviour, provider);
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
            .fixed_cost = fixed.total(),
            .cash = market.cash(provider) + b.overdraft * weekly,
            .loss_on_failure = b.loss_on_failure * fixed.total(),
            .required_surplus = b.required_surplus,
            .risk_aversion = inputs.behaviour.all.risk_aversion,
            .person = inputs.place.of[service].units_per_person,
            .stay = mean_stay(market, service)};
}

} // namespace caremarket
