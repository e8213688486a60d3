#include "model/demand/families.hpp"

#include "model/demand/traits.hpp"
#include "model/rules/home_support.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

StrategyService const& levers_of(Market const& market, Inputs const& inputs, std::size_t block)
{
    return inputs.strategies[market.tables.commissioner_of[block]].of[Service::homecare];
}

bool gets_technology(Market const& market, EntityKey person, double share)
{
    return share > 0.0 && market.draws.uniform(person, Purpose::technology) < share;
}

bool is_at_home_still(People const& people, HomeSupport const& one)
{
    Person const& person = people[one.slot];
    return person.key == one.person && person.service == Service::homecare && person.last_day == stays_on;
}

/// Families that do more, and the hours of all of them.
struct FamilyCare
{
    std::int64_t families = 0;
    std::int64_t quarters = 0;
};

FamilyCare see_families(BlockScratch& scratch, People const& people)
{
    FamilyCare care;
    scratch.with_technology = 0;
    for (HomeSupport const& one : people.supported)
    {
        Person const& person = people[one.slot];
        scratch.with_technology += person.has_technology && people.is_in_care(one.slot);
        care.families += person.family_care > 0;
        care.quarters += person.family_care;
    }
    scratch.with_family = static_cast<std::int32_t>(care.families);
    return care;
}

/// Weeks a year of respite for one of the families.
double respite_of(StrategyService const& levers, Week const& week, FamilyCare const& care, Quarters family_care)
{
    double const weeks = levers.respite_weeks.at(week.first);
    if (chosen<RespiteTargeting>(levers.respite_targeting, week.first) == RespiteTargeting::evenly)
        return weeks;
    return weeks * static_cast<double>(family_care) * static_cast<double>(care.families) /
           static_cast<double>(care.quarters);
}

void leave_home(Market& market, Inputs const& inputs, Week const& week, std::size_t block, PersonSlot p)
{
    People& people = market.people[block];
    ++market.counts[0].areas[market.area(Service::homecare, block)].families_gave_up;
    if (people.is_waiting(p))
    {
        people[p].family_care = 0;
        assess_anew(market, inputs, static_cast<LocalityId>(block), p, Service::residential, week.number + 1);
        return;
    }
    people[p].needs_home = true;
    people.leave(p, static_cast<std::uint8_t>(week.days));
}

} // namespace

SupportedPackage package_to_commission(Market const& market, Inputs const& inputs, Week const& week, std::size_t block,
                                       PersonSlot p)
{
    Person const& person = market.people[block][p];
    if (person.service != Service::homecare || person.funding != Funding::council || person.is_displaced)
        return {{.commissioned = person.need, .family = person.family_care}, person.has_technology};
    StrategyService const& levers = levers_of(market, inputs, block);
    bool const is_arranged = !person.has_direct_payment && !person.is_temporary; // by the council, to last
    bool const has_technology =
        is_arranged && gets_technology(market, person.key, levers.technology_share.at(week.first));
    double const family = is_arranged ? levers.family_share.at(week.first) : 0.0;
    double const pressure = market.council_of(block).pressure;
    double const response = inputs.strategies[market.tables.commissioner_of[block]].all.response_package.at(week.first);
    return {package_of(person.need, has_technology ? inputs.behaviour.all.technology_effect : 0.0, family,
                       pressure > 0.0 ? response * pressure : 0.0),
            has_technology};
}

void commission_package(Market& market, std::size_t block, PersonSlot p, SupportedPackage const& package)
{
    People& people = market.people[block];
    Person& person = people[p];
    if (person.service != Service::homecare || person.funding != Funding::council || person.is_displaced)
        return;
    person.has_technology = package.has_technology;
    person.need = package.home.commissioned;
    person.family_care = package.home.family;
    if (person.has_technology || person.family_care > 0)
        people.supported.push_back(
            {person.key, p, static_cast<float>(market.draws.exponential(person.key, Purpose::family_strain))});
}

void live_with_support(Market& market, Inputs const& inputs, Week const& week, std::size_t block)
{
    People& people = market.people[block];
    BlockScratch& scratch = market.scratch[block];
    std::erase_if(people.supported, [&people](HomeSupport const& one) { return !is_at_home_still(people, one); });
    FamilyCare const care = see_families(scratch, people);
    if (care.families == 0)
        return;
    BehaviourAll const& b = inputs.behaviour.all;
    StrategyService const& levers = levers_of(market, inputs, block);
    for (HomeSupport& one : people.supported)
    {
        Quarters const family_care = people[one.slot].family_care;
        if (family_care == 0)
            continue;
        double const hazard = hazard_of_giving_up(b.breakdown_rate, units(family_care),
                                                  respite_of(levers, week, care, family_care), b.respite_effect);
        one.strength -= static_cast<float>(hazard * week.years());
        if (one.strength <= 0.0F)
            leave_home(market, inputs, week, block, one.slot);
    }
}

void seek_home(Market& market, Inputs const& inputs, Week const& week, std::size_t block, PersonSlot p)
{
    Person& person = market.people[block][p];
    person.needs_home = false;
    person.has_technology = false;
    person.family_care = 0;
    person.runs_out = never;
    assess_anew(market, inputs, static_cast<LocalityId>(block), p, Service::residential, week.number);
}

} // namespace caremarket
