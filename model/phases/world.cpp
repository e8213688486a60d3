#include "model/phases/world.hpp"

#include "model/placements.hpp"
#include "model/rules/staffing.hpp"
#include "model/rules/wealth.hpp"

#include <algorithm>

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

/// The council's own staff are on its scale, which follows pay elsewhere.
void pay_own_staff(Market& market, BehaviourAll const& behaviour)
{
    Providers& providers = market.providers;
    for (std::size_t p = 0; p < providers.key.size(); ++p)
        if (providers.key[p].value != 0 && providers.sector[p] == Sector::in_house)
            providers.wage[p] =
                std::max(market.world.wage_floor, market.world.outside_wage * (1.0 + behaviour.in_house_pay));
}

void begin_year(Market& market, Inputs const& inputs, Date day)
{
    World& world = market.world;
    OutlookAll const& outlook = inputs.outlook.all;
    double const floor = outlook.wage_floor.at(day);
    raise_the_floor(market, inputs.behaviour.all, floor);
    double const old_floor = world.wage_floor;
    world.wage_floor_growth = floor / old_floor - 1.0;
    world.real_living_wage = outlook.real_living_wage.at(day);
    world.wage_floor = floor;
    world.inflation = outlook.inflation.at(day);
    world.price_level *= 1.0 + world.inflation;
    world.outside_pay_growth = outlook.outside_wage_growth.at(day);
    double const growth = 1.0 + world.outside_pay_growth;
    world.outside_wage_level *= growth;
    // The floor holds for shops and warehouses too, and their pay near it is lifted as care's is.
    world.outside_wage =
        std::max(world.outside_wage * growth,
                 pay_after_floor_rise(world.outside_wage, old_floor, floor, inputs.behaviour.all.wage_spill_over,
                                      inputs.behaviour.all.wage_spill_over_reach));
    pay_own_staff(market, inputs.behaviour.all);
    world.house_price_level *= 1.0 + outlook.house_price_growth.at(day);
}

/// What holds from the day it is dated, without waiting for an April.
void read_the_day(World& world, OutlookAll const& outlook, Date start, Date day)
{
    world.employer_on_cost = outlook.employer_on_cost.at(day);
    double const capital_at_start = outlook.cost_of_capital.at(start);
    world.cost_of_capital = outlook.cost_of_capital.at(day);
    world.capital_cost_level = capital_at_start > 0.0 ? world.cost_of_capital / capital_at_start : 1.0;
    world.labour_supply = outlook.labour_supply.at(day);
    world.funded_nursing_care = outlook.funded_nursing_care.at(day);
    world.capital_limit_upper = outlook.capital_limit_upper.at(day);
    world.capital_limit_lower = outlook.capital_limit_lower.at(day);
    world.new_need = for_every_service(outlook.home_admissions.at(day));
    world.new_need[Service::homecare] = outlook.homecare_starts.at(day);
    world.hospital_discharges = outlook.hospital_discharges.at(day);
    world.mortality = outlook.mortality.at(day);
    world.staff_absence = outlook.staff_absence.at(day);
    world.running_costs = outlook.running_costs.at(day);
    world.inspection_frequency = outlook.inspection_frequency.at(day);
    world.inspection_standard = outlook.inspection_standard.at(day);
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

/// What is counted of a council-supported person's capital is what lies above the lower limit.
void assess_under_new_limit(Market& market, Week const& week, std::size_t block, PersonSlot p, double lower_rise)
{
    People& people = market.people[block];
    Person& person = people[p];
    if (person.owns_home || person.capital <= 0.0 || lower_rise == 0.0)
        return; // nothing is counted yet, or nothing lies above
    person.charge -= tariff_income(person.capital, market.tables.tariff_step);
    person.capital = std::max(0.0, person.capital - lower_rise);
    person.charge += tariff_income(person.capital, market.tables.tariff_step);
    people.restate(p);
    if (people.is_in_care(p))
        market.notebook.note({week.number,
                              0,
                              DecisionKind::charge_assessed,
                              Reason::capital_limits,
                              person.key,
                              {},
                              person.charge,
                              0.0});
}

/// A higher upper limit makes the council pay for people earlier: less of what they have is theirs alone to spend.
void move_capital_limits(Market& market, Week const& week, double upper_rise, double lower_rise)
{
    for (std::size_t block = 0; block < market.people.size(); ++block)
    {
        People& people = market.people[block];
        for (PersonSlot p = 0; p < people.size(); ++p)
        {
            if (people.is_empty(p))
                continue;
            bool const is_self_funder = people[p].funding == Funding::self_funder;
            bool const spends = is_self_funder && people.is_staying(p);
            if (people[p].funding == Funding::council)
                assess_under_new_limit(market, week, block, p, lower_rise);
            if (spends)
                count_capital(market, block, p, week.number);
            if (is_self_funder || people[p].owns_home)
                people[p].capital = std::max(0.0, people[p].capital - upper_rise);
            if (spends)
                plan_spending(market, block, p, week.number);
        }
    }
}

} // namespace

World world_at_start(Inputs const& inputs, Date start)
{
    OutlookAll const& outlook = inputs.outlook.all;
    World world;
    world.date = start;
    world.wage_floor = outlook.wage_floor.at(start);
    world.real_living_wage = outlook.real_living_wage.at(start);
    world.inflation = outlook.inflation.at(start);
    world.outside_pay_growth = outlook.outside_wage_growth.at(start);
    world.wage_floor_growth = world.outside_pay_growth;
    world.buyer_level[Funding::council] = 1.0;
    world.buyer_level[Funding::self_funder] = 1.0;
    read_the_day(world, outlook, start, start);
    world.capital_limit_upper_at_start = world.capital_limit_upper;

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
    World const before = world;
    read_the_day(world, outlook, first_of_april(inputs.first_year), week.first);
    if (world.funded_nursing_care != before.funded_nursing_care)
        restate_nursing(market);
    double const upper_rise = world.capital_limit_upper - before.capital_limit_upper;
    double const lower_rise = world.capital_limit_lower - before.capital_limit_lower;
    if (upper_rise != 0.0 || lower_rise != 0.0)
        move_capital_limits(market, week, upper_rise, lower_rise);
}

} // namespace caremarket
