#include "model/demand/prevention.hpp"

#include "model/population.hpp"
#include "model/rules/home_support.hpp"

namespace caremarket
{

double prevention_spend(Market const& market, Inputs const& inputs, Week const& week, std::size_t block)
{
    return inputs.strategies[market.tables.commissioner_of[block]].all.prevention_spend.at(week.first);
}

double older_people(Inputs const& inputs, Week const& week, std::size_t block)
{
    double people = 0.0;
    for (AgeBand const band : all_of<AgeBand>())
        people += people_on(inputs.place.localities[block], band, inputs.outlook, week.first);
    return people;
}

double share_prevented(Market const& market, Inputs const& inputs, std::size_t block)
{
    BehaviourAll const& b = inputs.behaviour.all;
    return need_prevented(b.prevention_effect, b.prevention_limit, market.prevention[block]);
}

bool is_prevented(Market const& market, EntityKey person, double share)
{
    return share > 0.0 && market.draws.uniform(person, Purpose::prevention) < share;
}

void build_up_prevention(Market& market, Inputs const& inputs, Week const& week, std::size_t block)
{
    double& prevention = market.prevention[block];
    double const spend = prevention_spend(market, inputs, week, block);
    if (spend != prevention) // has not built up, or worn off
        prevention = built_up(prevention, spend, week.days / 7.0, inputs.behaviour.all.prevention_lag);
}

} // namespace caremarket
