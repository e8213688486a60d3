#include "model/phases/world.hpp"

#include "model/rules/staffing.hpp"

namespace caremarket
{

namespace
{

void raise_the_floor(Market& market, BehaviourAll const& behaviour, double new_floor)
{
    Providers& providers = market.providers;
    for (std::size_t p = 0; p < providers.key.size(); ++p)
        if (providers.key[p].value != 0)
            providers.wage[p] = pay_after_floor_rise(providers.wage[p], market.world.wage_floor, new_floor,
                                                     behaviour.wage_spill_over, behaviour.wage_spill_over_reach);
}

void begin_year(Market& market, Inputs const& inputs, Date day)
{
    World& world = market.world;
    OutlookAll const& outlook = inputs.outlook.all;
    double const floor = outlook.wage_floor.at(day);
    raise_the_floor(market, inputs.behaviour.all, floor);
    world.wage_floor_growth = floor / world.wage_floor - 1.0;
    world.wage_floor = floor;
    world.inflation = outlook.inflation.at(day);
    world.price_level *= 1.0 + world.inflation;
    double const outside = 1.0 + outlook.outside_wage_growth.at(day);
    world.outside_wage *= outside;
    world.outside_wage_level *= outside;
    world.house_price_level *= 1.0 + outlook.house_price_growth.at(day);
}

/// What holds from the day it is dated, without waiting for an April.
void read_the_day(World& world, OutlookAll const& outlook, Date day)
{
    world.employer_on_cost = outlook.employer_on_cost.at(day);
    world.cost_of_capital = outlook.cost_of_capital.at(day);
    world.labour_supply = outlook.labour_supply.at(day);
    world.funded_nursing_care = outlook.funded_nursing_care.at(day);
    world.capital_limit_upper = outlook.capital_limit_upper.at(day);
    world.capital_limit_lower = outlook.capital_limit_lower.at(day);
    world.buyer_level[Funding::nhs] = outlook.nhs_demand.at(day);
    world.buyer_level[Funding::other] = outlook.other_buyer_demand.at(day);
}

/// The NHS's rate is part of what every week in a nursing home costs.
void restate_nursing(Market& market)
{
    for (People& people : market.people)
        for (PersonSlot p = 0; p < people.size(); ++p)
            if (people.is_in_care(p) && people[p].service == Service::nursing)
                people.restate(p);
}

} // namespace

World world_at_start(Inputs const& inputs, Date start)
{
    OutlookAll const& outlook = inputs.outlook.all;
    World world;
    world.date = start;
    world.wage_floor = outlook.wage_floor.at(start);
    world.inflation = outlook.inflation.at(start);
    world.wage_floor_growth = outlook.outside_wage_growth.at(start);
    world.buyer_level[Funding::council] = 1.0;
    world.buyer_level[Funding::self_funder] = 1.0;
    read_the_day(world, outlook, start);

    // Outside pay at which care pays what it pays at the start: the level is not observed, its growth is.
    double above_floor = 0.0;
    for (BehaviourService const& service : inputs.behaviour.of)
        above_floor += service.pay_above_floor / static_cast<double>(count_of<Service>);
    world.outside_wage = world.wage_floor * (1.0 + above_floor);
    return world;
}

void turn_to(Market& market, Inputs const& inputs, Week const& week)
{
    if (week.number < 0)
        return;
    World& world = market.world;
    OutlookAll const& outlook = inputs.outlook.all;
    world.date = week.first;
    if (week.opens_year && week.number > 0)
        begin_year(market, inputs, week.first);
    world.need_level *= 1.0 + outlook.demand_growth.at(week.first) * week.years();
    double const nursing = world.funded_nursing_care;
    read_the_day(world, outlook, week.first);
    if (world.funded_nursing_care != nursing)
        restate_nursing(market);
}

} // namespace caremarket
